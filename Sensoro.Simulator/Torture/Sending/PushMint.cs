using System.Globalization;
using System.Text;
using Sensoro.Domain.Ledger;
using Sensoro.Domain.Protocol;
using Sensoro.Simulator.Bench.Load;
using Sensoro.Simulator.Physics;

namespace Sensoro.Simulator.Torture.Sending;

/// <summary>
/// Makes every push of a run from its number alone, so that a repeat needs no memory of the first delivery. Among fifty there is
/// everything a program meets: plain and encrypted, tasks, late ones, large ones, two of one number that contradict each other,
/// and four that must be refused.
/// </summary>
internal sealed class PushMint
{
    public const int Devices = 200;

    private const long ShortIds = 700_000_000_000_000_000;
    private const long LongIds = 7_000_000_000_000_000_000;
    private const int OversizedBy = 70_000;
    private const int LargeBody = 8_000;

    private static readonly TimeSpan Past = TimeSpan.FromDays(1);
    private static readonly TimeSpan Lateness = TimeSpan.FromHours(2);

    private readonly PushCipher _cipher;
    private readonly SeededRandom _chance;
    private readonly long _start;

    /// <param name="seed">Decides the content of large pushes.</param>
    /// <param name="start">Start of the run, Unix milliseconds.</param>
    public PushMint(int seed, long start)
    {
        _cipher = PushCipher.TryCreate(BenchKeys.AppKey, BenchKeys.AppId, out var cipher) ? cipher : throw new InvalidOperationException("The key of the measurements is not one.");
        _chance = new SeededRandom((ulong)seed);
        _start = start - (long)Past.TotalMilliseconds;
    }

    /// <summary>Whether the push may be stored; known before it is made.</summary>
    public static PushIntent IntentOf(long number) => (number % 50) switch
    {
        1 or 2 => PushIntent.Forged,
        3 => PushIntent.Stale,
        4 => (number % 500) switch
        {
            4 => PushIntent.Oversized,
            54 => PushIntent.WrongMethod,
            _ => PushIntent.Truncated,
        },
        _ => PushIntent.Good,
    };

    public TorturePush Make(long number)
    {
        // The last of each fifty says something else under the number of the one before it.
        var namesake = number % 50 == 49 ? number - 1 : number;
        var msgId = MsgId(namesake);
        var createdAt = _start + number - (number % 11 == 0 ? (long)Lateness.TotalMilliseconds : 0);
        return number % 50 == 0
            ? Seal(number, PushIdentity.OfTask(MsgId(namesake)), msgId, createdAt, Task(number, msgId, createdAt), default)
            : Sensor(number, string.Create(CultureInfo.InvariantCulture, $"TORT{number / 2 % Devices:D4}"), msgId, createdAt);
    }

    /// <summary>Most fit the log's number column, some are too long for it.</summary>
    private static string MsgId(long number) => ((number % 7 == 0 ? LongIds : ShortIds) + number).ToString(CultureInfo.InvariantCulture);

    private static string Task(long number, string msgId, long createdAt) => string.Create(
        CultureInfo.InvariantCulture,
        $$$"""{"appId":"{{{BenchKeys.AppId}}}","taskId":{{{msgId}}},"type":"event","createdTime":{{{createdAt}}},"msgId":{{{msgId}}},"resultCode":0,"resultData":{"interval":{{{number}}}}}""");

    private TorturePush Sensor(long number, string sn, string msgId, long createdAt)
    {
        var content = string.Create(CultureInfo.InvariantCulture, $$$"""{"battery":{{{number % 100}}},"temperature":{{{number}}}}""");
        var head = string.Create(CultureInfo.InvariantCulture, $$"""{"appId":"{{BenchKeys.AppId}}","sn":"{{sn}}","type":"text","deviceType":"temp_humi","createdTime":{{createdAt}},"msgId":{{msgId}}{{Place(number)}}""");
        if (number % 50 < 48 && number % 4 == 2)
        {
            // Encrypted anew at each delivery: the filler differs, the push is the same.
            return Seal(number, sn, msgId, createdAt, $$"""{{head}},"encryptData":"{{_cipher.Encrypt(Encoding.UTF8.GetBytes(content))}}"}""", Encoding.UTF8.GetBytes(content));
        }

        return Seal(number, sn, msgId, createdAt, $$$"""{{{head}}},"data":{{{content}}}}""", default);
    }

    /// <summary>Some bodies fill more than a page of the database, and cannot be compressed away.</summary>
    private string Place(long number)
    {
        var size = IntentOf(number) == PushIntent.Oversized ? OversizedBy : number % 97 == 0 ? LargeBody : 0;
        if (size == 0)
        {
            return "";
        }

        var chance = _chance.Branch((ulong)number);
        var place = new StringBuilder(",\"place\":\"", size + 32);
        while (place.Length < size)
        {
            place.Append(chance.Bits().ToString("x16", CultureInfo.InvariantCulture));
        }

        return place.Append('"').ToString();
    }

    private static TorturePush Seal(long number, string source, string msgId, long createdAt, string text, ReadOnlySpan<byte> secret)
    {
        var body = Encoding.UTF8.GetBytes(text);
        var hash = ContentHash.Of(body);
        if (!secret.IsEmpty)
        {
            var at = text.IndexOf("\"encryptData\":\"", StringComparison.Ordinal) + "\"encryptData\":\"".Length;
            hash = ContentHash.Of(body, body.AsSpan(at..^2), secret);
        }

        var intent = IntentOf(number);
        return new TorturePush(number, intent, new PushIdentity(source, msgId, hash), createdAt, secret.IsEmpty ? hash : ContentHash.Of(secret))
        {
            Body = intent == PushIntent.Truncated ? body.AsMemory(0, body.Length * 3 / 5) : body,
        };
    }
}
