using System.Buffers;

namespace Sensoro.Dashboard.Import;

/// <summary>Reads a file line by line. A line without end does not take all memory: it is passed over and comes out as null.</summary>
internal sealed class LineReader(Stream stream)
{
    private const int BufferBytes = 64 * 1024;

    /// <summary>Several times what the largest push takes as a line.</summary>
    private const int LongestLine = 16 * 1024 * 1024;

    private readonly ArrayBufferWriter<byte> _line = new(BufferBytes);
    private bool _isTooLong;

    public async IAsyncEnumerable<byte[]?> ReadAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var buffer = new byte[BufferBytes];
        for (int length; (length = await stream.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            var rest = buffer.AsMemory(0, length);
            for (int end; (end = rest.Span.IndexOf((byte)'\n')) >= 0; rest = rest[(end + 1)..])
            {
                Add(rest.Span[..end]);
                yield return Take();
            }

            Add(rest.Span);
        }

        if (_line.WrittenCount > 0 || _isTooLong)
        {
            yield return Take();
        }
    }

    private void Add(ReadOnlySpan<byte> part)
    {
        if (_isTooLong || _line.WrittenCount + part.Length > LongestLine)
        {
            _isTooLong = true;
            return;
        }

        _line.Write(part);
    }

    private byte[]? Take()
    {
        var line = _isTooLong ? null : _line.WrittenSpan.ToArray();
        _line.ResetWrittenCount();
        _isTooLong = false;
        return line;
    }
}
