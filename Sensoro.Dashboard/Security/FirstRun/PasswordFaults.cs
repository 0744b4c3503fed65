using Sensoro.Dashboard.Security.People;

namespace Sensoro.Dashboard.Security.FirstRun;

/// <summary>Says what is wrong with a configured password. Pages have words of their own, in the reader's language.</summary>
internal static class PasswordFaults
{
    /// <summary>The rest of a sentence that begins with the key; null when nothing is wrong.</summary>
    public static string? Text(string password, string userName) => PasswordRule.Check(password, userName) switch
    {
        PasswordFault.None => null,
        PasswordFault.TooShort => $"is too short; {PasswordRule.Shortest} to {PasswordRule.Longest} characters are accepted.",
        PasswordFault.TooLong => $"is too long; {PasswordRule.Shortest} to {PasswordRule.Longest} characters are accepted.",
        PasswordFault.TooSimple => "is a run or a repetition, which is guessed first; take several unrelated words.",
        PasswordFault.TooCommon => "is a well-known word with something around it, which is guessed first; take several unrelated words.",
        PasswordFault.LikeName => "is the user name with something around it; take several unrelated words.",
    };
}
