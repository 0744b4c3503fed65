using Sensoro.Dashboard.Storage;

namespace Sensoro.Dashboard.Components.Tasks;

/// <summary>Which task results the list shows, and how the query string says it.</summary>
public sealed record TaskListFilter
{
    public const int LongestSearch = 100;

    private static readonly (TaskOutcome Outcome, string Text)[] Outcomes =
    [
        (TaskOutcome.Failed, "failed"),
        (TaskOutcome.Succeeded, "succeeded"),
        (TaskOutcome.NotLinked, "not-linked"),
    ];

    /// <summary>Part of the taskId, or of the linked device's SN or name.</summary>
    public string Search { get; init; } = "";

    public TaskOutcome? Outcome { get; init; }

    public bool IsNarrowed => Search.Length > 0 || Outcome is not null;

    /// <summary>Reads the query string; what it does not understand it leaves out.</summary>
    public static TaskListFilter Read(string? search, string? result)
    {
        var text = search?.Trim() ?? "";
        var known = Array.FindIndex(Outcomes, pair => string.Equals(pair.Text, result, StringComparison.OrdinalIgnoreCase));
        return new TaskListFilter
        {
            Search = text.Length > LongestSearch ? text[..LongestSearch] : text,
            Outcome = known < 0 ? null : Outcomes[known].Outcome,
        };
    }

    /// <summary>The parameters of the query string; null for what is as usual.</summary>
    public IReadOnlyDictionary<string, object?> Write() => new Dictionary<string, object?>(StringComparer.Ordinal)
    {
        ["q"] = Search.Length > 0 ? Search : null,
        ["result"] = Outcome is { } outcome ? Array.Find(Outcomes, pair => pair.Outcome == outcome).Text : null,
    };

    /// <summary>What the database is asked.</summary>
    public TaskFilter ToQuery() => new() { Search = Search, Outcome = Outcome };
}
