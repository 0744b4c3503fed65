namespace Sensoro.Simulator.Bench.Queries;

/// <summary>
/// How readings are spread over devices: each device has reported once, and some of them for a year, every five minutes. With few
/// readings the year becomes shorter.
/// </summary>
internal sealed record HistoryPlan
{
    public const long Step = 5 * 60 * 1_000;
    public const long Day = 24 * 60 * 60 * 1_000;

    private const int PointsPerYear = (int)(365 * Day / Step);

    /// <summary>Below so many devices with a history, "many different devices" would be empty words.</summary>
    private const int FewestDeep = 5;

    public static IReadOnlyList<string> Metrics { get; } = ["temperature", "humidity", "light", "battery"];

    public required int Devices { get; init; }

    /// <summary>The first so many devices have a history; the others one reading of each metric.</summary>
    public required int Deep { get; init; }

    /// <summary>Readings in each series of those.</summary>
    public required int Points { get; init; }

    public long Readings => Metrics.Count * (((long)Deep * Points) + Devices - Deep);

    public TimeSpan Length => TimeSpan.FromMilliseconds((long)Points * Step);

    public static HistoryPlan For(long readings, int devices)
    {
        var reports = Math.Max(devices, readings / Metrics.Count);
        var forHistory = reports - devices;
        var deep = (int)Math.Clamp(forHistory / PointsPerYear, Math.Min(FewestDeep, devices), devices);
        return new HistoryPlan { Devices = devices, Deep = deep, Points = 1 + (int)Math.Min(PointsPerYear, forHistory / deep) };
    }
}
