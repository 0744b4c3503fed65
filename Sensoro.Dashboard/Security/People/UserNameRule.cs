namespace Sensoro.Dashboard.Security.People;

/// <summary>What somebody may be called: a name in any script that can be typed and told apart.</summary>
internal static class UserNameRule
{
    public const int Longest = 64;

    private const string Signs = ".-_@";

    public static AccountFault Check(string name) => name switch
    {
        "" => AccountFault.NameMissing,
        { Length: > Longest } => AccountFault.NameWrong,
        _ => name.All(static letter => char.IsLetterOrDigit(letter) || Signs.Contains(letter, StringComparison.Ordinal)) ? AccountFault.None : AccountFault.NameWrong,
    };
}
