using System.Text;
using Sensoro.Dashboard.Tests.Integration;
using Sensoro.Dashboard.Tests.Vectors;
using Sensoro.Domain.Protocol;

namespace Sensoro.Dashboard.Tests.Protocol;

/// <summary>Damages real pushes, the way a faulty sender or a patient attacker would: some bytes, some pieces, or the plain text under the cipher.</summary>
internal sealed class PushMutator(Random random)
{
    /// <summary>Pieces that parsers stumble over.</summary>
    private static readonly byte[][] Pieces = [.. new[]
    {
        "\"", "{", "}", "[", "]", ",", ":", "\\", "\\u", "\\ud800", "\\u0000", "null", "true", "NaN", "Infinity", "-", "-0", "1e400", "1E-999", "9223372036854775808",
        "18446744073709551616", "0x10", "01", "1.", "\"sn\":", "\"SN\":", "\"data\":{}", "\"encryptData\":\"\"", "\"type\":\"event\"", "\"lonlat\":[1e308,1e308]", "\u0000", "\ufeff", "/*", "//", "'", "\t\r\n",
    }.Select(Encoding.UTF8.GetBytes), [0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80]];

    private static readonly byte[][] Corpus =
        [.. VectorFile.All.Select(static vector => vector.Request.ReadBody()).Where(static body => body.Length is > 0 and < 4_096), .. FuzzCorpus.All.Values];

    /// <summary>A damaged body; one in three carries a secret part that decrypts with the key of the service, whatever it then says.</summary>
    public byte[] Body(PushService service) => random.Next(3) switch
    {
        0 => Encoding.UTF8.GetBytes($$"""{"sn":"FUZZ","type":"text","encryptData":"{{Secret(service)}}"}"""),
        _ => Damage(Corpus[random.Next(Corpus.Length)], random.Next(1, 6)),
    };

    /// <summary>Base64 of a frame whose plain text, frame or ciphertext is damaged.</summary>
    public string Secret(PushService service)
    {
        var plain = Damage(Encoding.UTF8.GetBytes("""{"temperature":21.5,"leak":true,"lonlat":[116.4,39.9],"customer":"0aff"}"""), random.Next(3));
        if (!PushCipher.TryCreate(service.AppKey, random.Next(8) == 0 ? "another" : service.AppId, out var cipher))
        {
            throw new InvalidOperationException("The AppKey is not one.");
        }

        var bytes = Convert.FromBase64String(cipher.Encrypt(plain));
        return random.Next(2) == 0 ? Convert.ToBase64String(bytes) : Convert.ToBase64String(Damage(bytes, random.Next(1, 4)));
    }

    private byte[] Damage(byte[] original, int times)
    {
        var bytes = original.ToList();
        for (var i = 0; i < times; i++)
        {
            DamageOnce(bytes);
        }

        return [.. bytes];
    }

    private void DamageOnce(List<byte> bytes)
    {
        var at = random.Next(bytes.Count + 1);
        var length = Math.Min(random.Next(1, 17), bytes.Count - at);
        switch (random.Next(7))
        {
            case 0 when at < bytes.Count:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1 when at < bytes.Count:
                bytes[at] = (byte)random.Next(256);
                break;
            case 2:
                bytes.RemoveRange(at, length);
                break;
            case 3:
                bytes.InsertRange(random.Next(bytes.Count + 1), bytes.GetRange(at, length));
                break;
            case 4:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            default:
                bytes.InsertRange(at, Pieces[random.Next(Pieces.Length)]);
                break;
        }
    }
}
