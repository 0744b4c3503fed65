using Sensoro.Simulator;
using Sensoro.Simulator.Fleet;
using Sensoro.Simulator.Physics;
using Sensoro.Simulator.Pushes;

namespace Sensoro.Dashboard.Tests.Simulator;

/// <summary>The fleet the simulator's tests share: an application, a moment and ways to let the devices live without a network.</summary>
internal static class SampleFleet
{
    public const string AppId = "8x3kQm72LpZa";
    public const string AppKey = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
    public const string AppSecret = "Zt7PfV0q1mWnR5sXcY2uBhJ9kLdEoGa4";
    public const string Url = "http://fleet.example/webhook?from=sensoro";

    /// <summary>A Monday morning in China.</summary>
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);

    public static FleetOptions Options { get; } = new()
    {
        Url = new Uri(Url),
        SignUrl = Url,
        AppId = AppId,
        AppKey = AppKey,
        AppSecret = AppSecret,
        TasksPercent = 0,
    };

    public static IReadOnlyList<SimulatedDevice> Devices(int count = 200, double rate = 5, int seed = 1) => FleetBuilder.Build(seed, count, rate);

    /// <summary>All reports of a live fleet from the start on.</summary>
    public static List<DeviceReport> Live(IReadOnlyList<SimulatedDevice> devices, TimeSpan length, int seed = 1)
    {
        var timeline = FleetLaunch.Launch(devices, new SeededRandom((ulong)seed), Start, hadPast: false);
        var reports = new List<DeviceReport>();
        while (timeline.NextAt is { } due && due < Start + length && timeline.Take(due) is { } report)
        {
            reports.Add(report);
        }

        return reports;
    }

    /// <summary>All pushes of a live fleet, those held back included, as they leave.</summary>
    public static (List<OutgoingPush> Pushes, PushTally Tally) Pushes(FleetOptions options, TimeSpan length)
    {
        var random = new SeededRandom((ulong)options.Seed);
        var fleet = Devices(options.Devices, options.RatePerSecond, options.Seed);
        var timeline = FleetLaunch.Launch(fleet, random.Branch(1), Start, hadPast: false);
        var stream = new PushStream(timeline, new PushPress(options, random.Branch(2), Start), options, random.Branch(3));
        var pushes = new List<OutgoingPush>();
        while (stream.NextAt is { } due && due < Start + length)
        {
            pushes.AddRange(stream.TakeDue(due));
        }

        pushes.AddRange(stream.TakeHeld());
        return (pushes, stream.Tally);
    }

    public static double? NumberOf(DeviceReport report, string key)
    {
        foreach (var reading in report.Readings)
        {
            if (reading.Key == key)
            {
                return reading.Value.X;
            }
        }

        return null;
    }
}
