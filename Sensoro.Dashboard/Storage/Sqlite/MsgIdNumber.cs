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

    /// <summary>Binds a msgId as the log keeps it: a number where it is one, else its text.</summary>
    public static SqliteStatement BindMsg(this SqliteStatement statement, int index, string? msgId) =>
        TryParse(msgId, out var number) ? statement.Bind(index, number) : statement.Bind(index, msgId);
}
