using System.Collections.Concurrent;
using System.Diagnostics;

namespace Sensoro.Simulator.Bench.Live;

/// <summary>
/// Collects what all viewers hear and when. News to many are the same text, so it is read once; what counts is when it came to each.
/// </summary>
internal sealed class Audience
{
    private readonly ConcurrentDictionary<long, byte[]> _fleetNews = new();
    private readonly ConcurrentQueue<(long Cursor, long At, bool OfFleet)> _heard = new();

    /// <summary>News that came to any viewer.</summary>
    public int Count => _heard.Count;

    public void Hear(ReadOnlySpan<byte> message, long at)
    {
        if (!HubFrame.TryReadCursor(message, out var cursor))
        {
            return;
        }

        var ofFleet = message.IndexOf("\"DevicesChanged\""u8) >= 0;
        if (ofFleet && !_fleetNews.ContainsKey(cursor))
        {
            _fleetNews.TryAdd(cursor, message.ToArray());
        }

        _heard.Enqueue((cursor, at, ofFleet));
    }

    /// <summary>Milliseconds from each commit to each viewer that was told of it.</summary>
    /// <param name="commits">When message number <paramref name="firstId"/> and those after it were acknowledged, by number.</param>
    /// <param name="firstId">Ids below it do not count.</param>
    public IReadOnlyList<double> Delays(IReadOnlyList<long> commits, long firstId)
    {
        var ids = _fleetNews.ToDictionary(static news => news.Key, static news => HubFrame.MessageIds(news.Value));
        var delays = new List<double>();
        foreach (var (cursor, at, ofFleet) in _heard)
        {
            foreach (var id in ofFleet ? ids[cursor] : [cursor])
            {
                if (id >= firstId && id - firstId < commits.Count)
                {
                    delays.Add(Math.Max(0, Stopwatch.GetElapsedTime(commits[(int)(id - firstId)], at).TotalMilliseconds));
                }
            }
        }

        return delays;
    }
}
