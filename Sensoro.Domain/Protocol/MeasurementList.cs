using Sensoro.Domain.Metrics;

namespace Sensoro.Domain.Protocol;

/// <summary>
/// Collects measurements; a key set again replaces what was there, as JSON readers do with duplicate names, and null takes it away.
/// </summary>
internal sealed class MeasurementList
{
    /// <summary>A device sends a handful of metrics. Only a body made to be slow has more, and gets an index.</summary>
    private const int IndexFrom = 32;

    private readonly List<Measurement> _items = new(8);
    private Dictionary<string, int>? _index;
    private HashSet<int>? _removed;

    public void Set(string key, MetricDefinition? definition, MetricValue? value)
    {
        var at = IndexOf(key);
        if (value is not { } present)
        {
            if (at >= 0)
            {
                (_removed ??= []).Add(at);
            }

            return;
        }

        var item = new Measurement(key, definition, present);
        if (at < 0)
        {
            _items.Add(item);
            _index?.Add(key, _items.Count - 1);
            return;
        }

        _items[at] = item;
        _removed?.Remove(at);
    }

    public IReadOnlyList<Measurement> ToReadOnly()
    {
        if (_removed is not { Count: > 0 } removed)
        {
            return _items;
        }

        var kept = new List<Measurement>(_items.Count - removed.Count);
        for (var i = 0; i < _items.Count; i++)
        {
            if (!removed.Contains(i))
            {
                kept.Add(_items[i]);
            }
        }

        return kept;
    }

    private int IndexOf(string key)
    {
        if (_items.Count < IndexFrom)
        {
            return _items.FindIndex(item => string.Equals(item.Key, key, StringComparison.Ordinal));
        }

        _index ??= BuildIndex();
        return _index.GetValueOrDefault(key, -1);
    }

    private Dictionary<string, int> BuildIndex()
    {
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < _items.Count; i++)
        {
            index.Add(_items[i].Key, i);
        }

        return index;
    }
}
