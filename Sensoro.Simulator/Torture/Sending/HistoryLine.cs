using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Sensoro.Simulator.Torture.Sending;

/// <summary>The two kinds of lines of a history: a request about to leave, and what became of it.</summary>
internal static class HistoryLine
{
    private const char Sending = '>';
    private const char Heard = '<';

    /// <summary>Written before the request leaves: afterwards nobody may be left to write it.</summary>
    public static string Of(TorturePush push) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Sending} {push.Number} {push.Intent} {push.Identity.Source} {push.Identity.MsgId} {push.CreatedAt} {push.Identity.ContentHash:x} {push.TextHash:x}");

    /// <param name="number">The push.</param>
    /// <param name="status">0 when there was no answer.</param>
    public static string Of(long number, int status) => string.Create(CultureInfo.InvariantCulture, $"{Heard} {number} {status}");

    public static bool TryReadSending(string line, [NotNullWhen(true)] out TorturePush? push)
    {
        push = null;
        if (line.Split(' ') is not [[Sending], var number, var intent, var source, var msgId, var createdAt, var hash, var text])
        {
            return false;
        }

        push = new TorturePush(Whole(number), Enum.Parse<PushIntent>(intent), new PushIdentity(source, msgId, Hash(hash)), Whole(createdAt), Hash(text));
        return true;
    }

    public static bool TryReadHeard(string line, out long number, out int status)
    {
        (number, status) = (0, 0);
        if (line.Split(' ') is not [[Heard], var push, var answer])
        {
            return false;
        }

        (number, status) = (Whole(push), (int)Whole(answer));
        return true;
    }

    private static long Whole(string text) => long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    private static long Hash(string text) => long.Parse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
