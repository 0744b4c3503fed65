using System.Globalization;
using Sensoro.Simulator.Torture.Sending;

namespace Sensoro.Simulator.Torture.Audit;

/// <summary>Holds the rows of the log against the histories of those who sent them.</summary>
internal sealed class LogAudit(History history, IReadOnlyList<StoredMessage> rows, Violations violations)
{
    private readonly Dictionary<long, List<StoredMessage>> _rowsOf = [];

    /// <param name="before">The rows that an earlier audit saw: whatever has been read stays as it is.</param>
    public void Check(IReadOnlyList<StoredMessage> before)
    {
        foreach (var row in rows)
        {
            Assign(row);
        }

        foreach (var push in history.Pushes)
        {
            CheckPush(push, _rowsOf.GetValueOrDefault(push.Push.Number) ?? []);
        }

        CheckConflicts();
        CheckIds(before);
        CheckOrder();
    }

    private static string Name(PushRecord push) => string.Create(
        CultureInfo.InvariantCulture,
        $"push {push.Push.Number} ({push.Push.Identity.Source} {push.Push.Identity.MsgId}, sent {push.Sent}, 2xx {push.Acknowledged}, 4xx {push.Refused}, 5xx {push.Unavailable})");

    private static string Name(StoredMessage row) => string.Create(CultureInfo.InvariantCulture, $"row {row.Id} ({row.Identity.Source} {row.Identity.MsgId})");

    private void Assign(StoredMessage row)
    {
        if (history.Find(row.Identity) is not { } push)
        {
            violations.Add(Rule.Unknown, Name(row));
            return;
        }

        if (!_rowsOf.TryGetValue(push.Push.Number, out var of))
        {
            _rowsOf.Add(push.Push.Number, of = []);
        }

        of.Add(row);
    }

    private void CheckPush(PushRecord push, List<StoredMessage> stored)
    {
        if (push.MustBeAbsent && stored.Count > 0)
        {
            violations.Add(Rule.Refused, Name(push));
        }

        if (push.Acknowledged > 0 && push.Push.Intent != PushIntent.Good)
        {
            violations.Add(Rule.Accepted, Name(push));
        }
        else if (push.Acknowledged > 0 && stored.Count == 0)
        {
            violations.Add(Rule.Missing, Name(push));
        }

        if (stored.Count > 1)
        {
            violations.Add(push.Acknowledged > 0 ? Rule.Doubled : Rule.DoubledUnacknowledged, Name(push));
        }

        // A delivery that was cut off may be counted or not; one that was acknowledged is counted.
        if (stored is [var row] && (row.Deliveries < push.Acknowledged || row.Deliveries > push.Sent))
        {
            violations.Add(Rule.Deliveries, string.Create(CultureInfo.InvariantCulture, $"{Name(push)}: {row.Deliveries}"));
        }
    }

    private void CheckConflicts()
    {
        foreach (var group in rows.GroupBy(static row => (row.Identity.Source, row.Identity.MsgId)))
        {
            var contradict = group.Select(static row => row.Identity.ContentHash).Distinct().Skip(1).Any();
            foreach (var row in group.Where(row => row.IsConflict != contradict))
            {
                violations.Add(Rule.Conflict, Name(row));
            }
        }
    }

    /// <summary>Numbered without a gap, and nothing that was there before has gone or changed.</summary>
    private void CheckIds(IReadOnlyList<StoredMessage> before)
    {
        for (var index = 0; index < rows.Count; index++)
        {
            if (rows[index].Id != index + 1)
            {
                violations.Add(Rule.Order, $"{Name(rows[index])} is not number {(index + 1).ToString(CultureInfo.InvariantCulture)}");
                break;
            }
        }

        for (var index = 0; index < before.Count; index++)
        {
            if (index >= rows.Count || rows[index].Id != before[index].Id || rows[index].Identity != before[index].Identity)
            {
                violations.Add(Rule.Moved, Name(before[index]));
            }
        }
    }

    /// <summary>What left after another push was acknowledged was committed after it, and its id is higher.</summary>
    private void CheckOrder()
    {
        var (seen, highest) = (new HashSet<long>(), 0L);
        foreach (var (number, isAcknowledgement) in history.Events)
        {
            var isFirst = seen.Add(number);
            if (_rowsOf.GetValueOrDefault(number) is not [var row, ..])
            {
                continue;
            }

            if (isAcknowledgement)
            {
                highest = Math.Max(highest, row.Id);
            }
            else if (isFirst && row.Id <= highest)
            {
                violations.Add(Rule.Order, string.Create(CultureInfo.InvariantCulture, $"{Name(row)} left after row {highest} was acknowledged"));
            }
        }
    }
}
