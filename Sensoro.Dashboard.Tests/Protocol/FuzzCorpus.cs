using System.Collections.Concurrent;

namespace Sensoro.Dashboard.Tests.Protocol;

/// <summary>
/// Bodies that fuzzing has found, the shortest for each outcome. Each line of the file is an outcome, a tab, and the body in base64.
/// </summary>
internal static class FuzzCorpus
{
    private const string FileName = "fuzz-corpus.txt";

    /// <summary>Outcome to body.</summary>
    public static IReadOnlyDictionary<string, byte[]> All { get; } = File
        .ReadLines(Path.Combine(AppContext.BaseDirectory, "Protocol", FileName))
        .Select(static line => line.Split('\t'))
        .ToDictionary(static parts => parts[0], static parts => Convert.FromBase64String(parts[1]), StringComparer.Ordinal);

    /// <summary>Takes the body when none of its outcome is shorter.</summary>
    public static void Offer(ConcurrentDictionary<string, byte[]> found, string outcome, byte[] body) =>
        found.AddOrUpdate(outcome, static (_, offered) => offered, static (_, kept, offered) => offered.Length < kept.Length ? offered : kept, body);

    /// <summary>Adds what is new to the file beside this source; what is there stays as it is.</summary>
    /// <returns>How many outcomes were new.</returns>
    public static int Keep(IReadOnlyDictionary<string, byte[]> found)
    {
        var added = found.Where(static pair => !All.ContainsKey(pair.Key)).ToArray();
        var lines = All.Concat(added).OrderBy(static pair => pair.Key, StringComparer.Ordinal).Select(static pair => $"{pair.Key}\t{Convert.ToBase64String(pair.Value)}");
        File.WriteAllLines(Path.Combine(SourceTree.Root, "Sensoro.Dashboard.Tests", "Protocol", FileName), lines);
        return added.Length;
    }
}
