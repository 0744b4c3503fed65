using System.Buffers;
using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Sensoro.Domain.Ledger;
using ZstdSharp;

namespace Sensoro.Dashboard.Storage.Bodies;

/// <summary>Gives bodies back as they were received, whatever they were written with. Any thread.</summary>
public sealed class BodyReader(IDbContextFactory<LogDbContext> logs)
{
    /// <summary>No body is near it; a frame that claims more is broken.</summary>
    private const int MaxBody = 256 * 1_048_576;

    private readonly ConcurrentDictionary<int, DecompressorPool> _pools = new();

    /// <summary>The message of a row. One that cannot be read back comes without its body and says why.</summary>
    /// <exception cref="StorageException">The log does not hold the dictionary that the row needs.</exception>
    internal LoggedMessage Message(LedgerEntry entry, int codec, byte[] body, byte[]? sealedBody)
    {
        var facts = BodyFacts.Of(entry);
        try
        {
            return new LoggedMessage(entry, Read(codec, body, facts), sealedBody is null ? default(ReadOnlyMemory<byte>) : Read(codec, sealedBody, facts));
        }
        catch (DamagedBodyException damage)
        {
            return new LoggedMessage(entry, default, default) { Damage = damage };
        }
    }

    /// <exception cref="DamagedBodyException">The row is broken.</exception>
    /// <exception cref="StorageException">The log does not hold the dictionary that the row needs.</exception>
    internal byte[] Read(int codec, byte[] stored, in BodyFacts facts)
    {
        if (codec == BodyCodec.Raw || stored.Length == 0)
        {
            return stored;
        }

        var frame = ArrayPool<byte>.Shared.Rent(stored.Length + BodyCodec.Magic.Length);
        BodyCodec.Magic.CopyTo(frame);
        stored.CopyTo(frame, BodyCodec.Magic.Length);
        try
        {
            return Decompress(codec, frame.AsSpan(0, stored.Length + BodyCodec.Magic.Length), facts);
        }
        catch (ZstdException error)
        {
            throw new DamagedBodyException($"The body in log.db cannot be decompressed with codec {codec} ({error.Message}).", error);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(frame);
        }
    }

    private byte[] Decompress(int codec, ReadOnlySpan<byte> frame, in BodyFacts facts)
    {
        var pool = _pools.GetOrAdd(codec, Load);
        var size = Decompressor.GetDecompressedSize(frame);
        if (size > MaxBody)
        {
            throw new DamagedBodyException($"The body in log.db claims to be {size} bytes long.");
        }

        var template = ArrayPool<byte>.Shared.Rent((int)size);
        var decompressor = pool.Take();
        try
        {
            var length = decompressor.Unwrap(frame, template);
            var texts = new FactTexts(facts, stackalloc byte[FactTexts.BufferSize]);
            return BodyTemplate.Expand(template.AsSpan(0, length), texts);
        }
        finally
        {
            pool.Return(decompressor);
            ArrayPool<byte>.Shared.Return(template);
        }
    }

    private DecompressorPool Load(int codec)
    {
        if (codec == BodyCodec.Plain)
        {
            return new DecompressorPool(null);
        }

        using var log = logs.CreateDbContext();
        var content = log.BodyDictionaries.AsNoTracking().Where(row => row.Id == codec).Select(row => row.Content).FirstOrDefault()
            ?? throw new StorageException($"Messages in log.db need the dictionary {codec}, which body_dictionaries does not hold. Restore the whole file from a backup.");
        return new DecompressorPool(content);
    }
}
