using System.Security.Cryptography;
using System.Text;

namespace Sensoro.Dashboard.Security.FirstRun;

/// <summary>
/// The code by which whoever can read the console of a new program becomes its administrator. It lives in memory alone: a restart makes
/// another one, and so does its half-hour.
/// </summary>
internal sealed class SetUpCode(TimeProvider time)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);
    public const int MostTries = 5;

    /// <summary>Without letters that are taken for one another.</summary>
    private const string Alphabet = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
    private const int Groups = 4;
    private const int GroupLength = 5;

    private readonly Lock _gate = new();
    private string? _code;
    private DateTimeOffset _expiresAt;
    private DateTimeOffset _pausedUntil;
    private int _wrong;

    /// <summary>Makes a new code; the one before counts no more.</summary>
    public string Renew()
    {
        lock (_gate)
        {
            var letters = RandomNumberGenerator.GetString(Alphabet, Groups * GroupLength);
            (_code, _expiresAt, _wrong) = (string.Join('-', letters.Chunk(GroupLength).Select(static group => new string(group))), time.GetUtcNow() + Lifetime, 0);
            return _code;
        }
    }

    /// <summary>Looks whether this is the code. Capitals, spaces and dashes do not matter to whoever types it.</summary>
    public SetUpCodeCheck Check(string? given)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            if (now < _pausedUntil)
            {
                return SetUpCodeCheck.Paused;
            }

            if (_code is null || now >= _expiresAt)
            {
                return SetUpCodeCheck.Expired;
            }

            if (CryptographicOperations.FixedTimeEquals(Bytes(given), Bytes(_code)))
            {
                return SetUpCodeCheck.Right;
            }

            if (++_wrong % MostTries == 0)
            {
                _pausedUntil = now + Pause;
            }

            return SetUpCodeCheck.Wrong;
        }
    }

    /// <summary>It has done its work.</summary>
    public void Spend()
    {
        lock (_gate)
        {
            _code = null;
        }
    }

    private static byte[] Bytes(string? code) => SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat((code ?? "").Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant()));
}
