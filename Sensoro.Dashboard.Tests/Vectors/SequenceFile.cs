using System.Text.Json;

namespace Sensoro.Dashboard.Tests.Vectors;

/// <summary>The ordered requests of <c>sequences.json</c>, read once.</summary>
public sealed record SequenceFile
{
    private static readonly Lazy<SequenceFile> Loaded = new(Load);

    public static SequenceFile Instance => Loaded.Value;

    public required IReadOnlyList<PushSequence> Sequences { get; init; }

    public static TheoryData<string> Cases()
    {
        var cases = new TheoryData<string>();
        foreach (var sequence in Instance.Sequences)
        {
            cases.Add(new TheoryDataRow<string>(sequence.Id) { TestDisplayName = $"{sequence.Id} {sequence.Name}" });
        }

        return cases;
    }

    private static SequenceFile Load() =>
        JsonSerializer.Deserialize<SequenceFile>(File.ReadAllText(VectorFile.PathOf("sequences.json")), JsonSerializerOptions.Web)
        ?? throw new InvalidOperationException("sequences.json is empty.");
}
