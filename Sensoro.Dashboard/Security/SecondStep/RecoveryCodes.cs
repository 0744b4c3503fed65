using System.Security.Cryptography;
using System.Text;

namespace Sensoro.Dashboard.Security.SecondStep;

/// <summary>Codes that replace the phone, each once. They have nearly eighty bits, so that a plain hash is enough to keep.</summary>
internal static class RecoveryCodes
{
    public const int Count = 10;

    /// <summary>Without letters that are taken for one another.</summary>
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int Groups = 4;
    private const int GroupLength = 4;

    public static IReadOnlyList<string> Make() => [.. Enumerable.Range(0, Count).Select(static _ => MakeOne())];

    /// <summary>Capitals, spaces and dashes do not matter to whoever types it.</summary>
    public static byte[] HashOf(string code) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant()));

    private static string MakeOne() =>
        string.Join('-', RandomNumberGenerator.GetString(Alphabet, Groups * GroupLength).Chunk(GroupLength).Select(static group => new string(group)));
}
