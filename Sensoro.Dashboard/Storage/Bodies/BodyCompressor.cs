using ZstdSharp;
using ZstdSharp.Unsafe;

namespace Sensoro.Dashboard.Storage.Bodies;

/// <summary>Compresses templates with one dictionary or none. One thread.</summary>
internal sealed class BodyCompressor : IDisposable
{
    private const int Level = 3;
    private readonly Compressor _compressor = new(Level);

    public BodyCompressor(byte[]? dictionary = null)
    {
        // The row says which dictionary it needs; the frame need not say it again.
        _compressor.SetParameter(ZSTD_cParameter.ZSTD_c_dictIDFlag, 0);
        if (dictionary is not null)
        {
            _compressor.LoadDictionary(dictionary);
        }
    }

    /// <summary>Room that is always enough.</summary>
    public static int Bound(int length) => Compressor.GetCompressBound(length);

    /// <summary>Writes the frame without its magic number, and returns where in the target it lies.</summary>
    public ReadOnlySpan<byte> Compress(ReadOnlySpan<byte> template, Span<byte> target)
    {
        var length = _compressor.Wrap(template, target);
        return target[BodyCodec.Magic.Length..length];
    }

    public void Dispose() => _compressor.Dispose();
}
