using System.Runtime.InteropServices;
using Sensoro.Dashboard.Storage;
using Sensoro.Domain.Readings;

namespace Sensoro.Dashboard.Projection;

/// <summary>The hour or day that the readings of a series are passing through, in order of time.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct OpenRollup(RollupSpan span)
{
    private Rollup _added;
    private bool _mustRecompute;
    private bool _hasOlder;

    public long Start { get; private set; } = long.MinValue;

    public readonly bool Holds(long at) => span.StartOf(at) == Start;

    public void Open(long at)
    {
        (Start, _added, _mustRecompute, _hasOlder) = (span.StartOf(at), default, false, false);
    }

    /// <summary>Takes in values that the stored roll-up does not have.</summary>
    public void Add(Rollup values, bool areNewest)
    {
        _added.Add(values);
        _hasOlder |= !areNewest;
    }

    /// <summary>Something came that only the stored readings can tell apart: a repeat, or one that is older than what is there.</summary>
    public void Doubt() => _mustRecompute = true;

    /// <summary>Writes what has passed, also into the roll-up around this one.</summary>
    public readonly void Close(StateWriter state, SeriesId series, ref OpenRollup around)
    {
        Close(state, series);
        if (_mustRecompute)
        {
            around.Doubt();
        }
        else if (_added.Count > 0)
        {
            around.Add(_added, !_hasOlder);
        }
    }

    public readonly void Close(StateWriter state, SeriesId series)
    {
        if (_mustRecompute)
        {
            state.RecomputeRollup(span, series, Start);
        }
        else if (_added.Count > 0)
        {
            state.MergeRollup(span, series, Start, _added, !_hasOlder);
        }
    }
}
