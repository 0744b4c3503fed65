using System.Globalization;

namespace Sensoro.Dashboard.Storage.Sqlite;

/// <summary>Most msgIds are numbers, and as numbers they take half the room of their digits, in the row and in the index.</summary>
internal static class MsgIdNumber
{
    /// <summary>More digits might not fit.</summary>
    private const int MaxDigits = 18;

    /// <summary>The number of a msgId whose digits can be told from it again: no leading zero, no sign, nothing else.</summary>
    public static bool TryParse(string? msgId, out long number)
    {
        number = 0;
        return msgId is { Length: > 0 and <= MaxDigits } && (msgId[0] != '0' || msgId.Length == 1)

            // The parser lets NULs at the end pass.
            && !msgId.AsSpan().ContainsAnyExceptInRange('0', '9')
            && long.TryParse(msgId, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
