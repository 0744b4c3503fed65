using Sensoro.Domain.Ledger;

namespace Sensoro.Dashboard.Storage.Bodies;

/// <summary>
/// Makes the bodies of pushes small on their way into the log. One thread; what <see cref="Write"/> leaves is valid until the
/// next call, and nothing is allocated for a push.
/// </summary>
internal sealed class BodyWriter : IDisposable
{
    /// <summary>Without a dictionary a small body hardly shrinks, and unwritten it can be read with any SQL tool.</summary>
    private const int SmallBody = 1_024;

    private readonly BodyCompressor _plain = new();
    private byte[] _template = [];
    private byte[] _body = [];
    private byte[] _sealed = [];
    private BodyCompressor? _trained;
    private int _dictionary;

    /// <summary>How the body and the sealed body of the last push are written.</summary>
    public int Codec { get; private set; }

    /// <summary>Writes with this dictionary from now on.</summary>
    public void Use(BodyDictionary dictionary)
    {
        _trained?.Dispose();
        (_trained, _dictionary) = (new BodyCompressor(dictionary.Content), dictionary.Id);
    }

    /// <summary>The shortest form of both bodies together. A message without a sealed body has an empty one.</summary>
    public void Write(NewMessage message, out ReadOnlySpan<byte> body, out ReadOnlySpan<byte> sealedBody)
    {
        Codec = BodyCodec.Raw;
        body = message.Body.Span;
        sealedBody = message.Sealed.Span;
        var size = body.Length + sealedBody.Length;
        if (_trained is null && size < SmallBody)
        {
            return;
        }

        var facts = new FactTexts(BodyFacts.Of(message), stackalloc byte[FactTexts.BufferSize]);
        var compressor = _trained ?? _plain;
        if (TryCompress(compressor, body, facts, ref _body, out var smallBody)
            && TryCompress(compressor, sealedBody, facts, ref _sealed, out var smallSealed)
            && smallBody.Length + smallSealed.Length < size)
        {
            Codec = _trained is null ? BodyCodec.Plain : _dictionary;
            body = smallBody;
            sealedBody = smallSealed;
        }
    }

    public void Dispose()
    {
        _plain.Dispose();
        _trained?.Dispose();
    }

    private bool TryCompress(BodyCompressor compressor, ReadOnlySpan<byte> body, scoped FactTexts facts, ref byte[] buffer, out ReadOnlySpan<byte> small)
    {
        small = default;
        if (body.IsEmpty)
        {
            return true;
        }

        Grow(ref _template, body.Length);
        if (!BodyTemplate.TryShorten(body, facts, _template, out var length))
        {
            return false;
        }

        Grow(ref buffer, BodyCompressor.Bound(length));
        small = compressor.Compress(_template.AsSpan(0, length), buffer);
        return true;
    }

    private static void Grow(ref byte[] buffer, int length)
    {
        if (buffer.Length < length)
        {
            buffer = new byte[int.Max(length, buffer.Length * 2)];
        }
    }
}
