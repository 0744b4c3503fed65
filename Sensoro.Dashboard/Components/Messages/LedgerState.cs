using Sensoro.Dashboard.Live;
using Sensoro.Domain.Ledger;

namespace Sensoro.Dashboard.Components.Messages;

/// <summary>
/// The part of the ledger that is in view: a window of at most <see cref="MaxRows"/> lines that moves with the news, stands still
/// while paused, and slides into the past when older lines are asked for.
/// </summary>
internal sealed class LedgerState
{
    public const int MaxRows = 500;

    private readonly List<LedgerRow> _rows = [];
    private readonly List<LedgerRow> _arrivedWhileLoading = [];
    private bool _loading;

    public LedgerScope Scope { get; private set; } = LedgerScope.Everything;

    /// <summary>Newest first.</summary>
    public IReadOnlyList<LedgerRow> Rows => _rows;

    /// <summary>The same lines in the form that a virtual list wants.</summary>
    public ICollection<LedgerRow> Window => _rows;

    public bool IsLoaded { get; private set; }

    public bool HasFailed { get; private set; }

    public bool IsPaused { get; private set; }

    /// <summary>Matching pushes that came while paused.</summary>
    public int Waiting { get; private set; }

    /// <summary>Where older lines begin; null when there are none.</summary>
    public long? NextBefore { get; private set; }

    /// <summary>More came than the feed handed out: the newest lines have to be read again.</summary>
    public bool HasGap { get; private set; }

    /// <summary>From now on news may be newer than what is being read: they are kept until it is there.</summary>
    public void BeginLoad(LedgerScope scope)
    {
        if (scope.Query != Scope.Query)
        {
            _rows.Clear();
            IsLoaded = false;
        }

        Scope = scope;
        (_loading, IsPaused, Waiting, HasGap) = (true, false, 0, false);
        _arrivedWhileLoading.Clear();
    }

    public void Load(LedgerPage page)
    {
        var known = _rows.Where(static row => row.IsNewDevice).Select(static row => row.Id).ToHashSet();
        _rows.Clear();
        _rows.AddRange(page.Entries.Select(entry => new LedgerRow(entry, known.Contains(entry.Id))));
        (_loading, IsLoaded, HasFailed, NextBefore) = (false, true, false, page.NextBefore);
        Prepend(_arrivedWhileLoading);
        _arrivedWhileLoading.Clear();
    }

    public void Fail() => (_loading, HasFailed) = (false, true);

    /// <summary>Takes in news; true when something of it shows.</summary>
    public bool Apply(FeedUpdate update)
    {
        var firsts = update.Devices.Where(static change => change.IsNew).Select(static change => change.Device.Sn).ToHashSet(StringComparer.Ordinal);
        var arrived = new List<LedgerRow>();
        foreach (var entry in update.Messages)
        {
            var isFirst = entry.Sn is { } sn && firsts.Remove(sn);
            if (Scope.Matches(entry))
            {
                arrived.Add(new LedgerRow(entry, isFirst));
            }
        }

        if (IsPaused)
        {
            Waiting += arrived.Count + (Scope.Query.IsEverything ? update.SkippedMessages : 0);
            return arrived.Count > 0;
        }

        HasGap |= update.SkippedMessages > 0 && arrived.Count < MaxRows;
        if (_loading)
        {
            _arrivedWhileLoading.AddRange(arrived);
            return false;
        }

        return Prepend(arrived);
    }

    /// <summary>Lines that are shown already may have been delivered again or have come into conflict.</summary>
    public bool Refresh(IEnumerable<LedgerEntry> entries)
    {
        var changed = false;
        var byId = entries.ToDictionary(static entry => entry.Id);
        for (var i = 0; i < _rows.Count; i++)
        {
            if (byId.TryGetValue(_rows[i].Id, out var entry) && entry != _rows[i].Entry)
            {
                _rows[i] = _rows[i] with { Entry = entry };
                changed = true;
            }
        }

        return changed;
    }

    /// <summary>Stands still from here on. To go on, load anew.</summary>
    public void Pause() => IsPaused = true;

    /// <summary>Adds lines from further back. The window stands still from then on, or the news would push them out again.</summary>
    public void AddOlder(LedgerPage page)
    {
        Pause();
        var oldest = _rows.Count == 0 ? long.MaxValue : _rows[^1].Id;
        _rows.AddRange(page.Entries.Where(entry => entry.Id < oldest).Select(static entry => new LedgerRow(entry, IsNewDevice: false)));
        if (_rows.Count > MaxRows)
        {
            _rows.RemoveRange(0, _rows.Count - MaxRows);
        }

        NextBefore = page.NextBefore;
    }

    /// <summary>The line below (1) or above (-1) another; the first one when that is not in view; null at the ends.</summary>
    public long? Neighbour(long? id, int step)
    {
        var index = _rows.FindIndex(row => row.Id == id);
        var next = index < 0 ? 0 : index + step;
        return next >= 0 && next < _rows.Count ? _rows[next].Id : null;
    }

    private bool Prepend(List<LedgerRow> arrived)
    {
        var newest = _rows.Count == 0 ? 0 : _rows[0].Id;
        var added = arrived.Where(row => row.Id > newest).DistinctBy(static row => row.Id).OrderByDescending(static row => row.Id).ToArray();
        _rows.InsertRange(0, added);
        if (_rows.Count > MaxRows)
        {
            _rows.RemoveRange(MaxRows, _rows.Count - MaxRows);
            NextBefore = _rows[^1].Id;
        }

        return added.Length > 0;
    }
}
