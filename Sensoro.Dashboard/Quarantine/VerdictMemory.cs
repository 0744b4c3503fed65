using System.Collections.Concurrent;

namespace Sensoro.Dashboard.Quarantine;

/// <summary>The last verdict on each push, for the pages. When there are too many, all are forgotten: they are had again with one click.</summary>
internal sealed class VerdictMemory
{
    private const int Capacity = 100_000;

    private readonly ConcurrentDictionary<long, Verdict> _byId = new();

    public Verdict? Of(long id) => _byId.GetValueOrDefault(id);

    public void Note(long id, Verdict verdict)
    {
        if (_byId.Count >= Capacity)
        {
            _byId.Clear();
        }

        _byId[id] = verdict;
    }

    public void Forget(IEnumerable<long> ids)
    {
        foreach (var id in ids)
        {
            _byId.TryRemove(id, out _);
        }
    }
}
