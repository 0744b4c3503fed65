using System.Runtime.InteropServices;
using Sensoro.Dashboard.Storage;
using Sensoro.Domain.Devices;
using Sensoro.Domain.Readings;

namespace Sensoro.Dashboard.Projection;

/// <summary>
/// Keeps the readings of a device and their roll-ups. Readings pass in order of series and time, so each page of the tables is
/// touched once. Those newer than all that the series had are added to their roll-ups; whatever else comes (late, repeated, or of
/// a series met for the first time) may be there already, and its hours and days are rolled up anew. Where retention has removed
/// the readings, values can only be added: there a repeat cannot be told, and first and last stay as they are.
/// </summary>
internal sealed class ReadingProjection(StateWriter state)
{
    private readonly Dictionary<int, long> _newestBefore = [];
    private SortedReading[] _sorted = new SortedReading[256];
    private bool _isRepeat;

    /// <param name="deviceId">Whose readings.</param>
    /// <param name="readings">In the order of the log.</param>
    /// <param name="changes">The latest values that the same pushes changed.</param>
    /// <param name="isRepeat">The pushes were folded before, and what they brought may be there.</param>
    public void Save(long deviceId, List<Reading> readings, IReadOnlyList<LatestChange> changes, bool isRepeat)
    {
        _isRepeat = isRepeat;
        NoteNewest(changes);
        var rest = Sort(readings);
        var values = CollectionsMarshal.AsSpan(readings);
        while (!rest.IsEmpty)
        {
            var metricId = rest[0].MetricId;
            var length = 1;
            while (length < rest.Length && rest[length].MetricId == metricId)
            {
                length++;
            }

            SaveSeries(new SeriesId(deviceId, metricId), rest[..length], values);
            rest = rest[length..];
        }
    }

    /// <summary>
    /// The newest time of each series before this fold: what is later was never there. For a repeat that says nothing, because the
    /// latest values were taken back and the readings were not.
    /// </summary>
    private void NoteNewest(IReadOnlyList<LatestChange> changes)
    {
        _newestBefore.Clear();
        for (var i = 0; i < changes.Count && !_isRepeat; i++)
        {
            if (changes[i] is { Before: { } before, Value.Metric: var metric })
            {
                _newestBefore.Add(state.MetricId(metric), before.ToUnixTimeMilliseconds());
            }
        }
    }

    private ReadOnlySpan<SortedReading> Sort(List<Reading> readings)
    {
        if (_sorted.Length < readings.Count)
        {
            _sorted = new SortedReading[readings.Count * 2];
        }

        for (var i = 0; i < readings.Count; i++)
        {
            _sorted[i] = new SortedReading(state.MetricId(readings[i].Metric), readings[i].At.ToUnixTimeMilliseconds(), i);
        }

        var sorted = _sorted.AsSpan(0, readings.Count);
        sorted.Sort(SortedReading.Compare);
        return sorted;
    }

    private void SaveSeries(SeriesId series, ReadOnlySpan<SortedReading> run, ReadOnlySpan<Reading> readings)
    {
        var newestBefore = _newestBefore.GetValueOrDefault(series.MetricId, long.MaxValue);
        var (hour, day) = (new OpenRollup(RollupSpan.Hour), new OpenRollup(RollupSpan.Day));
        for (var i = 0; i < run.Length; i++)
        {
            var at = run[i].At;
            if (i + 1 < run.Length && run[i + 1].At == at)
            {
                continue; // the last one for a time counts, as in the table
            }

            Turn(ref hour, ref day, series, at);
            Save(ref hour, series, at, in readings[run[i].Index], at > newestBefore);
        }

        hour.Close(state, series, ref day);
        day.Close(state, series);
    }

    /// <summary>Opens the hour and day of the next reading, after closing those before.</summary>
    private void Turn(ref OpenRollup hour, ref OpenRollup day, SeriesId series, long at)
    {
        if (hour.Holds(at))
        {
            return;
        }

        hour.Close(state, series, ref day);
        hour.Open(at);
        if (!day.Holds(at))
        {
            day.Close(state, series);
            day.Open(at);
        }
    }

    private void Save(ref OpenRollup hour, SeriesId series, long at, ref readonly Reading reading, bool isNewest)
    {
        if (at >= state.ReadingsFrom)
        {
            state.SaveReading(series, at, reading);
            if (!isNewest)
            {
                hour.Doubt();
                return;
            }
        }
        else if (_isRepeat)
        {
            return; // it is in the roll-ups, and nothing there could tell it apart
        }

        if (reading.Value.IsOneNumber)
        {
            var value = default(Rollup);
            value.Add(reading.Value.Level);
            hour.Add(value, isNewest);
        }
    }
}
