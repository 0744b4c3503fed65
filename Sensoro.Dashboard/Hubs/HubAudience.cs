using System.Collections.Concurrent;

namespace Sensoro.Dashboard.Hubs;

/// <summary>Which groups have listeners, so that nothing is serialised for nobody. One entry for each group of each connection.</summary>
internal sealed class HubAudience
{
    private readonly ConcurrentDictionary<string, HashSet<string>> _byConnection = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _byGroup = new(StringComparer.Ordinal);

    public bool IsListening(string group) => _byGroup.TryGetValue(group, out var count) && count > 0;

    public int GroupsOf(string connectionId)
    {
        if (!_byConnection.TryGetValue(connectionId, out var groups))
        {
            return 0;
        }

        lock (groups)
        {
            return groups.Count;
        }
    }

    public void Join(string connectionId, string group)
    {
        var groups = _byConnection.GetOrAdd(connectionId, static _ => new HashSet<string>(StringComparer.Ordinal));
        lock (groups)
        {
            if (groups.Add(group))
            {
                _byGroup.AddOrUpdate(group, 1, static (_, count) => count + 1);
            }
        }
    }

    public void Leave(string connectionId, string group)
    {
        if (!_byConnection.TryGetValue(connectionId, out var groups))
        {
            return;
        }

        lock (groups)
        {
            if (groups.Remove(group))
            {
                Release(group);
            }
        }
    }

    public void Drop(string connectionId)
    {
        if (!_byConnection.TryRemove(connectionId, out var groups))
        {
            return;
        }

        lock (groups)
        {
            foreach (var group in groups)
            {
                Release(group);
            }

            groups.Clear();
        }
    }

    private void Release(string group)
    {
        if (_byGroup.AddOrUpdate(group, 0, static (_, count) => count - 1) <= 0)
        {
            // Only an entry that is still empty goes: a listener may have joined in between.
            _byGroup.TryRemove(KeyValuePair.Create(group, 0));
        }
    }
}
