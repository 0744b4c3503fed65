using System.Globalization;
using Sensoro.Domain.Readings;

namespace Sensoro.Dashboard.Components.History;

/// <summary>The span of time a page looks back over, as its address says it: a preset, or two moments.</summary>
public sealed record TimeWindow
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.FFF'Z'";

    /// <summary>Nothing was measured before, and nothing that is added or taken away can overflow the calendar.</summary>
    private static readonly DateTimeOffset Earliest = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Latest = new(8999, 12, 31, 0, 0, 0, TimeSpan.Zero);

    private TimeWindow(TimePreset? preset, DateTimeOffset from = default, DateTimeOffset to = default)
    {
        Preset = preset;
        From = from;
        To = to;
    }

    public static TimeWindow Default { get; } = new(TimePreset.Day);

    /// <summary>The preset; null for two moments.</summary>
    public TimePreset? Preset { get; }

    /// <summary>It moves with the clock.</summary>
    public bool FollowsNow => Preset?.Length is not null;

    /// <summary>False when an address named times that are none.</summary>
    public bool IsReadable { get; private init; } = true;

    private DateTimeOffset From { get; }

    private DateTimeOffset To { get; }

    public static TimeWindow Of(TimePreset preset) => new(preset);

    public static TimeWindow Between(DateTimeOffset from, DateTimeOffset to) => new(preset: null, from.ToUniversalTime(), to.ToUniversalTime())
    {
        IsReadable = from >= Earliest && to >= Earliest && from <= Latest && to <= Latest,
    };

    /// <summary>What an address says. Two times come before a preset; a preset that does not exist is the last 24 hours.</summary>
    public static TimeWindow Read(string? range, string? from, string? to)
    {
        if (string.IsNullOrEmpty(from) && string.IsNullOrEmpty(to))
        {
            return TimePreset.Find(range) is { } preset ? new(preset) : Default;
        }

        return TryMoment(from, out var start) && TryMoment(to, out var end) ? Between(start, end) : new(preset: null) { IsReadable = false };
    }

    /// <summary>The parameters of the address; the last 24 hours need none.</summary>
    public IReadOnlyDictionary<string, object?> Write() => new Dictionary<string, object?>(StringComparer.Ordinal)
    {
        ["range"] = Preset is null || Preset == TimePreset.Day ? null : Preset.Text,
        ["from"] = Preset is null ? Text(From) : null,
        ["to"] = Preset is null ? Text(To) : null,
    };

    /// <summary>From when to when it goes at <paramref name="now"/>, or what is wrong with it.</summary>
    public TimeRangeFault TryResolve(DateTimeOffset now, TimeZoneInfo zone, out TimeRange range)
    {
        var (from, to) = Preset?.At(now, zone) ?? (From, To);
        return TimeRange.TryCreate(from, to, now, out range);
    }

    /// <summary>The span of the same kind before it (−1) or after it (1); null when that would be in the future or before all readings.</summary>
    public TimeWindow? Step(int steps, DateTimeOffset now, TimeZoneInfo zone)
    {
        if (!IsReadable || TryResolve(now, zone, out var range) != TimeRangeFault.None || (steps > 0 && FollowsNow) || range.From - range.Length < Earliest)
        {
            return null;
        }

        var (from, to) = CalendarPeriod.Shift(range.From, range.To, steps, zone);
        return from < now && to <= Latest ? Between(from, to) : null;
    }

    /// <summary>Twice as much around the same middle, but no more of the future than there was.</summary>
    public TimeWindow Widen(DateTimeOffset now, TimeZoneInfo zone)
    {
        if (TryResolve(now, zone, out var range) != TimeRangeFault.None || range.Length * 2 > TimeRange.Longest || range.From - range.Length < Earliest)
        {
            return this;
        }

        var end = range.To + (range.Length / 2);
        var latest = range.To > now ? range.To : now;
        return Between(range.From - (range.Length / 2), end > latest ? latest : end);
    }

    private static string Text(DateTimeOffset at) => at.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    private static bool TryMoment(string? text, out DateTimeOffset at) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out at);
}
