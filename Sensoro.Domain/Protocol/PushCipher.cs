using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Sensoro.Domain.Protocol;

/// <summary>
/// SENSORO's safe mode (that of the npm package wechat-crypto): AES-256-CBC over 16 random bytes, a 4-byte big-endian length, the
/// message, the AppID and a padding to blocks of 32. CBC proves nothing about the sender, so the signature is verified first.
/// </summary>
public sealed class PushCipher
{
    private const int AppKeyLength = 43;
    private const int KeySize = 32;
    private const int AesBlock = 16;
    private const int PaddingBlock = 32;
    private const int FillerSize = 16;
    private const int HeadSize = FillerSize + sizeof(uint);

    private readonly byte[] _key;
    private readonly byte[] _appId;

    // An Aes object is not promised to be thread-safe; each call takes one that no other call holds.
    private readonly ConcurrentQueue<Aes> _idle = new();

    private PushCipher(byte[] key, byte[] appId)
    {
        _key = key;
        _appId = appId;
    }

    private ReadOnlySpan<byte> InitialVector => _key.AsSpan(0, AesBlock);

    /// <summary>
    /// False when the AppKey is not the 43 base64 characters of 32 bytes. Its last character carries two bits that belong to no byte
    /// and may be set, so the key is decoded with a reader that ignores them.
    /// </summary>
    public static bool TryCreate(string? appKey, string? appId, [NotNullWhen(true)] out PushCipher? cipher)
    {
        cipher = null;
        if (appKey?.Length != AppKeyLength || string.IsNullOrEmpty(appId))
        {
            return false;
        }

        var key = new byte[KeySize];
        if (!Convert.TryFromBase64String(appKey + "=", key, out var written) || written != KeySize)
        {
            return false;
        }

        cipher = new PushCipher(key, Encoding.UTF8.GetBytes(appId));
        return true;
    }

    /// <summary>The buffer <see cref="TryDecrypt"/> needs for <paramref name="encryptedLength"/> bytes of base64.</summary>
    public static int MaxPlaintextLength(int encryptedLength) => Base64.GetMaxDecodedFromUtf8Length(encryptedLength);

    /// <summary>
    /// Opens <paramref name="base64"/> inside <paramref name="buffer"/>; the message, one JSON object in valid UTF-8, is then
    /// <c>buffer.Slice(offset, length)</c>. On failure the buffer holds rubbish.
    /// </summary>
    /// <exception cref="ArgumentException">The buffer is shorter than <see cref="MaxPlaintextLength"/>.</exception>
    public bool TryDecrypt(ReadOnlySpan<byte> base64, Span<byte> buffer, out int offset, out int length, out DecryptFault fault)
    {
        if (buffer.Length < MaxPlaintextLength(base64.Length))
        {
            throw new ArgumentException("The buffer is too short for the message.", nameof(buffer));
        }

        offset = HeadSize;
        length = 0;
        fault = Decode(base64, buffer, out var size);
        if (fault == DecryptFault.None)
        {
            Decrypt(buffer[..size]);
            fault = Unframe(buffer[..size], out length);
        }

        if (fault == DecryptFault.None)
        {
            fault = Inspect(buffer.Slice(offset, length));
        }

        return fault == DecryptFault.None;
    }

    /// <summary>What SENSORO puts into <c>encryptData</c>.</summary>
    public string Encrypt(ReadOnlySpan<byte> message)
    {
        var used = HeadSize + message.Length + _appId.Length;
        var padding = PaddingBlock - (used % PaddingBlock);
        var rented = ArrayPool<byte>.Shared.Rent(used + padding);
        var frame = rented.AsSpan(0, used + padding);

        RandomNumberGenerator.Fill(frame[..FillerSize]);
        BinaryPrimitives.WriteUInt32BigEndian(frame[FillerSize..], (uint)message.Length);
        message.CopyTo(frame[HeadSize..]);
        _appId.CopyTo(frame[(HeadSize + message.Length)..]);
        frame[used..].Fill((byte)padding);

        var aes = Take();
        aes.EncryptCbc(frame, InitialVector, frame, PaddingMode.None);
        _idle.Enqueue(aes);
        var text = Convert.ToBase64String(frame);
        ArrayPool<byte>.Shared.Return(rented);
        return text;
    }

    private static DecryptFault Decode(ReadOnlySpan<byte> base64, Span<byte> buffer, out int size)
    {
        size = 0;

        // The decoder skips white space, but SENSORO never sends any.
        if (base64.IsEmpty || base64.Length % 4 != 0 || base64.ContainsAny(" \t\r\n"u8)
            || Base64.DecodeFromUtf8(base64, buffer, out _, out size) != OperationStatus.Done)
        {
            return DecryptFault.BadBase64;
        }

        return size is 0 || size % AesBlock != 0 ? DecryptFault.BadCiphertextLength : DecryptFault.None;
    }

    private static DecryptFault Inspect(ReadOnlySpan<byte> message)
    {
        if (!Utf8.IsValid(message))
        {
            return DecryptFault.InnerNotUtf8;
        }

        var json = new StrictJsonReader(message);
        var isObject = json.Read() && json.TokenType == JsonTokenType.StartObject;
        return json.ReadToEnd() switch
        {
            not JsonFault.None => DecryptFault.InnerNotJson,
            _ => isObject ? DecryptFault.None : DecryptFault.InnerNotObject,
        };
    }

    // .NET's own PKCS#7 removal refuses counts above 16, so the padding of 32 is taken off by hand.
    private static int PaddingOf(ReadOnlySpan<byte> frame)
    {
        int count = frame[^1];
        var isPadding = count is >= 1 and <= PaddingBlock && count <= frame.Length && !frame[^count..].ContainsAnyExcept((byte)count);
        return isPadding ? count : 0;
    }

    private DecryptFault Unframe(ReadOnlySpan<byte> frame, out int length)
    {
        length = 0;
        var padding = PaddingOf(frame);
        if (padding == 0)
        {
            return DecryptFault.BadPadding;
        }

        var content = frame[..^padding];
        if (content.Length < HeadSize)
        {
            return DecryptFault.TooShort;
        }

        // Unsigned: a length of 0x80000000 and above must not turn negative.
        var announced = BinaryPrimitives.ReadUInt32BigEndian(content[FillerSize..]);
        if (announced > (uint)(content.Length - HeadSize))
        {
            return DecryptFault.LengthOverflow;
        }

        length = (int)announced;
        return content[(HeadSize + length)..].SequenceEqual(_appId) ? DecryptFault.None : DecryptFault.InnerAppIdMismatch;
    }

    private void Decrypt(Span<byte> data)
    {
        var aes = Take();
        aes.DecryptCbc(data, InitialVector, data, PaddingMode.None);
        _idle.Enqueue(aes);
    }

    private Aes Take()
    {
        if (_idle.TryDequeue(out var idle))
        {
            return idle;
        }

        var aes = Aes.Create();
        aes.Key = _key;
        return aes;
    }
}
