using System.Globalization;

namespace Sensoro.Simulator.Torture.Audit;

/// <summary>Where the rule was broken: how often, and a few examples of each kind.</summary>
internal sealed class Violations
{
    private const int Examples = 3;

    private readonly SortedDictionary<string, List<string>> _found = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    public bool IsEmpty => _counts.Count == 0;

    /// <param name="rule">Number of the rule and what it forbids.</param>
    /// <param name="example">One case of it.</param>
    public void Add(string rule, string example)
    {
        _counts[rule] = _counts.GetValueOrDefault(rule) + 1;
        if (!_found.TryGetValue(rule, out var examples))
        {
            _found.Add(rule, examples = []);
        }

        if (examples.Count < Examples)
        {
            examples.Add(example);
        }
    }

    public int Count(string rule) => _counts.GetValueOrDefault(rule);

    /// <summary>One line for each kind.</summary>
    public IEnumerable<string> Lines() => _found.Select(entry => string.Create(CultureInfo.InvariantCulture, $"{entry.Key}: {_counts[entry.Key]:N0}, as {string.Join("; ", entry.Value)}"));
}
