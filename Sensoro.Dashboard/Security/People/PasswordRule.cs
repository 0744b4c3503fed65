namespace Sensoro.Dashboard.Security.People;

/// <summary>
/// What a password has to be: long, and none that is tried first. Which letters it is made of is nobody's business. Guessing
/// starts from lists of what others chose, and from words, runs and repetitions, so these are refused here, without asking anybody outside.
/// </summary>
internal static class PasswordRule
{
    public const int Shortest = 12;
    public const int Longest = 128;

    private const int FewestLetters = 5;
    private const int LongestPeriod = 8;
    private const double MostNeighbours = 0.7;

    /// <summary>Letters beside the words that make a password more than its words.</summary>
    private const int EnoughOfItsOwn = 4;

    /// <summary>So many words together are no longer what lists hold.</summary>
    private const int EnoughWords = 4;

    private const string Lookalikes = "0o1i3e4a5s7t8b@a$s!i+t";

    private static readonly string[] Rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm", "1234567890", "qazwsxedcrfvtgbyhnujmikolp"];

    public static PasswordFault Check(string password, string userName) => password switch
    {
        { Length: < Shortest } => PasswordFault.TooShort,
        { Length: > Longest } => PasswordFault.TooLong,
        _ when IsSimple(password.ToLowerInvariant()) => PasswordFault.TooSimple,
        _ when IsMadeOf(password, [userName.ToLowerInvariant()]) => PasswordFault.LikeName,
        _ when CommonPasswords.Contains(password) || IsMadeOf(password, CommonWords.All) => PasswordFault.TooCommon,
        _ => PasswordFault.None,
    };

    private static bool IsSimple(string password) =>
        password.Distinct().Count() < FewestLetters
        || password.All(char.IsDigit)
        || Enumerable.Range(1, LongestPeriod).Any(period => Repeats(password, period))
        || password.Zip(password.Skip(1)).Count(static pair => AreNeighbours(pair.First, pair.Second)) >= MostNeighbours * (password.Length - 1);

    private static bool Repeats(string password, int period) => password.Skip(period).Zip(password).All(static pair => pair.First == pair.Second);

    private static bool AreNeighbours(char first, char second) =>
        Math.Abs(first - second) <= 1 || Array.Exists(Rows, row => row.Contains($"{first}{second}", StringComparison.Ordinal) || row.Contains($"{second}{first}", StringComparison.Ordinal));

    /// <summary>Whether so little is left without the words that somebody who knows them is soon through.</summary>
    private static bool IsMadeOf(string password, IEnumerable<string> words)
    {
        var rest = string.Concat(password.ToLowerInvariant().Select(Plain));
        var found = 0;
        foreach (var word in words.Where(static word => word.Length >= EnoughOfItsOwn).OrderByDescending(static word => word.Length))
        {
            var without = rest.Replace(word, " ", StringComparison.Ordinal);
            found += (rest.Length - without.Length) / (word.Length - 1);
            rest = without;
        }

        return found is > 0 and < EnoughWords && rest.Count(char.IsLetter) - Written(password) < EnoughOfItsOwn;
    }

    /// <summary>The letter that a sign is written for.</summary>
    private static char Plain(char letter) => Lookalikes.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var at && at % 2 == 0 ? Lookalikes[at + 1] : letter;

    /// <summary>Digits and signs at the end, as they are put behind a word to please a rule; they were read as letters.</summary>
    private static int Written(string password) =>
        password.Reverse().TakeWhile(static letter => !char.IsLetter(letter)).Count(static letter => char.IsLetter(Plain(letter)));
}
