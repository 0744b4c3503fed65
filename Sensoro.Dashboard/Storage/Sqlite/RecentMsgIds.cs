namespace Sensoro.Dashboard.Storage.Sqlite;

/// <summary>
/// The message numbers of late, in front of the identity index. A number above all that were stored before its memory begins,
/// and not in it, is new, so that nobody has to look for others of its identity; one in it is probably delivered again. It
/// only ever saves look-ups: what it believes is checked in the database.
/// </summary>
/// <param name="capacity">Numbers in each of the two halves; the older half is forgotten when the younger one is full.</param>
/// <param name="highest">The highest number in the log, or below zero.</param>
internal sealed class RecentMsgIds(int capacity, long highest)
{
    private Dictionary<long, long> _young = new(capacity);
    private Dictionary<long, long> _old = new(capacity);
    private long _highest = highest;
    private long _highestBeforeYoung = highest;
    private long _highestBeforeOld = highest;

    /// <summary>No stored message has this number.</summary>
    public bool IsNew(long number) => number > _highestBeforeOld && !_young.ContainsKey(number) && !_old.ContainsKey(number);

    /// <summary>The message that had this number last.</summary>
    public bool TryFind(long number, out long messageId) => _young.TryGetValue(number, out messageId) || _old.TryGetValue(number, out messageId);

    public void Add(long number, long messageId)
    {
        if (_young.Count == capacity)
        {
            (_old, _young) = (_young, _old);
            _young.Clear();
            (_highestBeforeOld, _highestBeforeYoung) = (_highestBeforeYoung, _highest);
        }

        _young[number] = messageId;
        _highest = long.Max(_highest, number);
    }
}
