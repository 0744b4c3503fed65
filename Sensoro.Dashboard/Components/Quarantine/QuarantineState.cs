using Sensoro.Dashboard.Storage;
using Sensoro.Domain.Ledger;

namespace Sensoro.Dashboard.Components.Quarantine;

/// <summary>What the quarantine shows: the newest that fit, and which of them are chosen.</summary>
public sealed class QuarantineState
{
    public const int PageSize = 100;

    private readonly HashSet<long> _chosen = [];
    private readonly List<QuarantinedPush> _rows = [];

    public QuarantineQuery Query { get; private set; } = QuarantineQuery.Everything;

    public IReadOnlyList<QuarantinedPush> Rows => _rows;

    /// <summary>How many fit, shown or not.</summary>
    public int Total { get; private set; }

    public IReadOnlyDictionary<RefusalReason, int> Reasons { get; private set; } = new Dictionary<RefusalReason, int>();

    public IReadOnlyCollection<long> Chosen => _chosen;

    public bool HasOlder => _rows.Count < Total;

    public bool AreAllShownChosen => _rows.Count > 0 && _chosen.Count == _rows.Count;

    /// <summary>How many something would be done with: the chosen ones or, when none is, all that fit.</summary>
    public int Affected => _chosen.Count > 0 ? _chosen.Count : Total;

    /// <summary>The same, as a filter.</summary>
    public QuarantineFilter Selection => _chosen.Count > 0 ? new QuarantineFilter { Ids = [.. _chosen] } : Query.Filter;

    /// <summary>Changes what is listed; true when that needs a read. What was chosen of another list is not carried along unseen.</summary>
    public bool Narrow(QuarantineQuery query)
    {
        if (query == Query)
        {
            return false;
        }

        Query = query;
        _chosen.Clear();
        return true;
    }

    /// <summary>Takes the newest rows, as many as were shown; what has left is not chosen any more.</summary>
    public void Load(IReadOnlyList<QuarantinedPush> rows, int total, IReadOnlyDictionary<RefusalReason, int> reasons)
    {
        _rows.Clear();
        _rows.AddRange(rows);
        (Total, Reasons) = (Math.Max(total, rows.Count), reasons);
        _chosen.IntersectWith(rows.Select(static row => row.Id));
    }

    public void AddOlder(IReadOnlyList<QuarantinedPush> rows)
    {
        _rows.AddRange(rows);
        Total = rows.Count < PageSize ? _rows.Count : Math.Max(Total, _rows.Count);
    }

    public bool IsChosen(long id) => _chosen.Contains(id);

    public void Choose(long id, bool chosen)
    {
        if (chosen)
        {
            _chosen.Add(id);
        }
        else
        {
            _chosen.Remove(id);
        }
    }

    /// <summary>Chooses every row that is shown, or none.</summary>
    public void ChooseShown(bool chosen)
    {
        _chosen.Clear();
        if (chosen)
        {
            _chosen.UnionWith(_rows.Select(static row => row.Id));
        }
    }

    public void ChooseNone() => _chosen.Clear();
}
