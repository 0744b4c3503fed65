using System.Text.Json;

namespace Sensoro.Dashboard.Tests.Vectors;

/// <summary>The push vectors that lie beside the tests, read once.</summary>
public static class VectorFile
{
    private static readonly Lazy<IReadOnlyList<PushVector>> Loaded = new(Load);

    /// <summary>Every line of <c>vectors.jsonl</c> in file order.</summary>
    public static IReadOnlyList<PushVector> All => Loaded.Value;

    public static PushVector Find(string id) => All.Single(vector => vector.Id == id);

    public static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "Vectors", file);

    /// <summary>The ids of the vectors that fit, each test case named after its vector.</summary>
    public static TheoryData<string> Cases(Func<PushVector, bool> fits)
    {
        var cases = new TheoryData<string>();
        foreach (var vector in All.Where(fits))
        {
            cases.Add(new TheoryDataRow<string>(vector.Id) { TestDisplayName = vector.ToString() });
        }

        return cases;
    }

    private static List<PushVector> Load() =>
    [
        .. File.ReadLines(PathOf("vectors.jsonl"))
            .Where(line => line.Length > 0)
            .Select(line => JsonSerializer.Deserialize<PushVector>(line, JsonSerializerOptions.Web)
                ?? throw new InvalidOperationException("A line of vectors.jsonl is empty.")),
    ];
}
