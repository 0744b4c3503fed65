using System.Collections.Concurrent;
using ZstdSharp;

namespace Sensoro.Dashboard.Storage.Bodies;

/// <summary>Decompressors of one codec, as many as threads have ever read at once: each can serve one at a time.</summary>
internal sealed class DecompressorPool(byte[]? dictionary)
{
    private readonly ConcurrentBag<Decompressor> _idle = [];

    public Decompressor Take()
    {
        if (_idle.TryTake(out var idle))
        {
            return idle;
        }

        var decompressor = new Decompressor();
        if (dictionary is not null)
        {
            decompressor.LoadDictionary(dictionary);
        }

        return decompressor;
    }

    public void Return(Decompressor decompressor) => _idle.Add(decompressor);
}
