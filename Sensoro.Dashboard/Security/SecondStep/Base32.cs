using System.Text;

namespace Sensoro.Dashboard.Security.SecondStep;

/// <summary>The letters by which authenticator apps take a secret: RFC 4648, without padding.</summary>
internal static class Base32
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int BitsOfALetter = 5;

    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        var (held, bits) = (0, 0);
        foreach (var value in bytes)
        {
            (held, bits) = ((held << 8) | value, bits + 8);
            while (bits >= BitsOfALetter)
            {
                bits -= BitsOfALetter;
                text.Append(Alphabet[(held >> bits) & 31]);
            }

            held &= (1 << bits) - 1;
        }

        return bits == 0 ? text.ToString() : text.Append(Alphabet[(held << (BitsOfALetter - bits)) & 31]).ToString();
    }
}
