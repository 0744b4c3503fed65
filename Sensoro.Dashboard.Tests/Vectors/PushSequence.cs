using System.Text.Json;

namespace Sensoro.Dashboard.Tests.Vectors;

/// <summary>Requests of <c>sequences.json</c> that one receiver gets in order, and what it holds afterwards.</summary>
public sealed record PushSequence
{
    private static readonly Lazy<IReadOnlyList<PushSequence>> Loaded = new(Load);

    public static IReadOnlyList<PushSequence> All => Loaded.Value;

    public required string Id { get; init; }

    public required string Name { get; init; }

    public required VectorProfile Profile { get; init; }

    public required string PublicUrl { get; init; }

    public required IReadOnlyList<SequenceStep> Steps { get; init; }

    public required SequenceTotals Final { get; init; }

    public override string ToString() => $"{Id} {Name}";

    /// <summary>One case for each sequence, named as in the file.</summary>
    public static TheoryData<string> Cases()
    {
        var cases = new TheoryData<string>();
        foreach (var sequence in All)
        {
            cases.Add(new TheoryDataRow<string>(sequence.Id) { TestDisplayName = sequence.ToString() });
        }

        return cases;
    }

    private static IReadOnlyList<PushSequence> Load()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(VectorFile.PathOf("sequences.json")));
        return document.RootElement.GetProperty("sequences").Deserialize<IReadOnlyList<PushSequence>>(JsonSerializerOptions.Web)
            ?? throw new InvalidOperationException("sequences.json is empty.");
    }
}
