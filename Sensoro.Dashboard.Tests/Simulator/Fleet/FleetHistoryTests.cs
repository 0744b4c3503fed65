using Sensoro.Simulator.Fleet;
using Sensoro.Simulator.Physics;

namespace Sensoro.Dashboard.Tests.Simulator.Fleet;

public sealed class FleetHistoryTests
{
    private const int Limit = 10_000;

    [Fact]
    public void History_OneDay_IsOldestFirstBoundedAndReachesThePresent()
    {
        var batches = Tell(SampleFleet.Devices());
        var reports = batches.SelectMany(static batch => batch).ToList();

        Assert.InRange(reports.Count, Limit * 0.9, Limit * 1.3);
        Assert.All(reports.Zip(reports.Skip(1)), static pair => Assert.True(pair.First.At <= pair.Second.At));
        Assert.InRange(reports[0].At, SampleFleet.Start.AddHours(-24), SampleFleet.Start.AddHours(-23));
        Assert.InRange(reports[^1].At, SampleFleet.Start.AddHours(-1), SampleFleet.Start);
    }

    [Fact]
    public void NextBatch_Always_HoldsNoDeviceTwice() =>
        Assert.All(Tell(SampleFleet.Devices()), static batch => Assert.Distinct(batch.Select(static report => report.Sn), StringComparer.Ordinal));

    [Fact]
    public void History_Leavers_LeaveInThePastAndStayAway()
    {
        var devices = SampleFleet.Devices();
        var leavers = devices.Where(static device => device.Temper is Temper.Leaver).Select(static device => device.Sn).ToHashSet(StringComparer.Ordinal);
        var last = Tell(devices).SelectMany(static batch => batch).Where(report => leavers.Contains(report.Sn)).Max(static report => report.At);
        var timeline = FleetLaunch.Launch(devices, new SeededRandom(1), SampleFleet.Start, hadPast: true);

        Assert.InRange(last, SampleFleet.Start.AddHours(-20), SampleFleet.Start.AddHours(-1));
        while (timeline.NextAt is { } due && due < SampleFleet.Start.AddMinutes(10))
        {
            Assert.DoesNotContain(timeline.Take(due)?.Sn ?? string.Empty, leavers);
        }
    }

    [Fact]
    public void History_ThenLive_ContinuesTheSameCurve()
    {
        var devices = SampleFleet.Devices();
        var before = Tell(devices).SelectMany(static batch => batch).Where(static report => report.DeviceType == "acrel_fires")
            .GroupBy(static report => report.Sn, StringComparer.Ordinal)
            .ToDictionary(static reports => reports.Key, static reports => SampleFleet.NumberOf(reports.Last(), "elec_energy_val"), StringComparer.Ordinal);
        var timeline = FleetLaunch.Launch(devices, new SeededRandom(1), SampleFleet.Start, hadPast: true);
        var checkedDevices = 0;
        while (timeline.NextAt is { } due && due < SampleFleet.Start.AddSeconds(10) && timeline.Take(due) is { } report)
        {
            if (before.Remove(report.Sn, out var energy))
            {
                checkedDevices++;
                Assert.InRange(SampleFleet.NumberOf(report, "elec_energy_val") - energy ?? double.NaN, 0, 60);
            }
        }

        Assert.InRange(checkedDevices, 5, 30);
    }

    private static List<IReadOnlyList<DeviceReport>> Tell(IReadOnlyList<SimulatedDevice> devices)
    {
        var history = new FleetHistory(devices, new SeededRandom(1), SampleFleet.Start, TimeSpan.FromHours(24), Limit);
        var batches = new List<IReadOnlyList<DeviceReport>>();
        while (history.NextBatch(256) is { Count: > 0 } batch)
        {
            batches.Add(batch);
        }

        return batches;
    }
}
