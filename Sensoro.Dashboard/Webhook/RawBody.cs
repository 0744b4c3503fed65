using System.Buffers;

namespace Sensoro.Dashboard.Webhook;

/// <summary>
/// The bytes of a request exactly as received, read once into rented memory. The memory goes back when the push has been
/// answered; it is given up instead when a writer may still be reading it.
/// </summary>
internal sealed class RawBody : IDisposable
{
    private const int FirstGuess = 2_048;
    private byte[]? _rented;
    private int _length;

    private RawBody(byte[] rented) => _rented = rented;

    public ReadOnlyMemory<byte> Bytes => _rented.AsMemory(0, _length);

    /// <summary>Reads the whole body, or returns null as soon as it proves larger than <paramref name="limit"/>.</summary>
    /// <exception cref="BadHttpRequestException">The sender is too slow or broke the request off.</exception>
    public static async ValueTask<RawBody?> ReadAsync(HttpRequest request, int limit)
    {
        var guess = (int)Math.Min(request.ContentLength ?? FirstGuess, limit) + 1;
        var body = new RawBody(ArrayPool<byte>.Shared.Rent(guess));
        try
        {
            while (await body.ReadMoreAsync(request.Body))
            {
                if (body._length > limit)
                {
                    body.Dispose();
                    return null;
                }
            }

            return body;
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    /// <summary>Keeps the memory out of the pool: someone may still read it.</summary>
    public void GiveUp() => _rented = null;

    public void Dispose()
    {
        if (_rented is { } rented)
        {
            _rented = null;
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private async ValueTask<bool> ReadMoreAsync(Stream stream)
    {
        if (_rented is not { } buffer)
        {
            return false;
        }

        if (_length == buffer.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
            buffer.AsSpan(0, _length).CopyTo(larger);
            _rented = larger;
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = larger;
        }

        var read = await stream.ReadAsync(buffer.AsMemory(_length));
        _length += read;
        return read > 0;
    }
}
