using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Sensoro.Dashboard.Security.SecondStep;

/// <summary>The codes that an authenticator app shows: RFC 6238 with what every app can do, which is SHA-1, six digits and thirty seconds.</summary>
internal static class TimedCode
{
    public const int Digits = 6;

    /// <summary>As RFC 4226 recommends.</summary>
    public const int SecretBytes = 20;

    private const int StepSeconds = 30;

    /// <summary>Clocks of phones go wrong, and people type slowly: the step before and the one after are good as well.</summary>
    private const int Tolerance = 1;

    private const int Modulus = 1_000_000;

    public static long StepAt(DateTimeOffset time) => time.ToUnixTimeSeconds() / StepSeconds;

    /// <summary>What the app shows during a step.</summary>
    public static string Of(ReadOnlySpan<byte> secret, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        var hash = CryptographicOperations.HmacData(HashAlgorithmName.SHA1, secret, counter);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue;
        return (number % Modulus).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The step to which a code belongs; null when it is wrong, or of a step that was used or passed over.</summary>
    /// <param name="secret">Of the account.</param>
    /// <param name="code">As it was typed; spaces do not matter.</param>
    /// <param name="now">The time.</param>
    /// <param name="lastStep">The last step whose code was taken.</param>
    public static long? Match(ReadOnlySpan<byte> secret, string code, DateTimeOffset now, long lastStep)
    {
        var given = Encoding.ASCII.GetBytes(string.Concat(code.Where(static letter => !char.IsWhiteSpace(letter))));
        long? found = null;
        for (var step = StepAt(now) - Tolerance; step <= StepAt(now) + Tolerance; step++)
        {
            // All are looked at, whichever is right.
            if (CryptographicOperations.FixedTimeEquals(given, Encoding.ASCII.GetBytes(Of(secret, step))) && step > lastStep)
            {
                found ??= step;
            }
        }

        return found;
    }
}
