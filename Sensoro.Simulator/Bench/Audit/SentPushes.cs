using System.Globalization;
using Sensoro.Simulator.Bench.Load;

namespace Sensoro.Simulator.Bench.Audit;

/// <summary>
/// The numbers of the pushes that were sent: runs of them, less those without an acknowledgement, which may be stored or not.
/// </summary>
internal sealed class SentPushes(bool randomIds)
{
    private readonly List<(long First, long Next)> _runs = [];
    private readonly HashSet<long> _open = [];

    public void Add(long first, long next, IEnumerable<long> unacknowledged)
    {
        _runs.Add((first, next));
        _open.UnionWith(unacknowledged);
    }

    /// <summary>Compares with the msgIds in the log, in any order.</summary>
    public AuditResult Compare(IEnumerable<string?> stored)
    {
        long[] sent = [.. _runs.SelectMany(static run => Range(run.First, run.Next)).Select(MsgId).Order()];
        var open = _open.Select(MsgId).ToHashSet();
        var seen = new bool[sent.Length];
        var (rows, repeated, forged, acknowledged) = (0L, 0L, 0L, 0L);
        foreach (var text in stored)
        {
            rows++;
            var place = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? Array.BinarySearch(sent, id) : -1;
            if (place < 0)
            {
                forged++;
            }
            else if (seen[place])
            {
                repeated++;
            }
            else
            {
                seen[place] = true;
                acknowledged += open.Contains(id) ? 0 : 1;
            }
        }

        return new AuditResult
        {
            Acknowledged = sent.Length - open.Count,
            Stored = rows,
            Missing = sent.Length - open.Count - acknowledged,
            Repeated = repeated,
            Forged = forged,
        };
    }

    private static IEnumerable<long> Range(long first, long next)
    {
        for (var index = first; index < next; index++)
        {
            yield return index;
        }
    }

    private long MsgId(long index) => PushNumbers.MsgId(index, randomIds);
}
