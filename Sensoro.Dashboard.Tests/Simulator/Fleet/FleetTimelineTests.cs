using Sensoro.Domain.Devices;
using Sensoro.Simulator.Fleet;
using Sensoro.Simulator.Physics;

namespace Sensoro.Dashboard.Tests.Simulator.Fleet;

public sealed class FleetTimelineTests
{
    [Fact]
    public void Timeline_SameSeed_SameReports() =>
        Assert.Equal(
            Describe(SampleFleet.Live(SampleFleet.Devices(), TimeSpan.FromMinutes(20))),
            Describe(SampleFleet.Live(SampleFleet.Devices(), TimeSpan.FromMinutes(20))),
            StringComparer.Ordinal);

    [Fact]
    public void Timeline_TwoHundredDevices_AllAppearWithinTenSeconds() =>
        Assert.Equal(200, SampleFleet.Live(SampleFleet.Devices(), TimeSpan.FromSeconds(10)).DistinctBy(static report => report.Sn, StringComparer.Ordinal).Count());

    [Fact]
    public void Timeline_AnHour_KeepsTheRate() =>
        Assert.Equal(5 * 3_600, SampleFleet.Live(SampleFleet.Devices(), TimeSpan.FromHours(1)).Count, 5 * 3_600 * 0.05);

    [Fact]
    public void Timeline_SteadyDevices_AreNeverLateByTheIntervalTheyReport()
    {
        var devices = SampleFleet.Devices();
        var steady = devices.Where(static device => device.Temper is Temper.Steady).Select(static device => device.Sn).ToHashSet(StringComparer.Ordinal);
        var rule = new PresenceRule(TimeSpan.FromHours(1));

        foreach (var reports in SampleFleet.Live(devices, TimeSpan.FromMinutes(30)).Where(report => steady.Contains(report.Sn)).GroupBy(static report => report.Sn, StringComparer.Ordinal))
        {
            foreach (var (earlier, later) in reports.Zip(reports.Skip(1)))
            {
                Assert.Equal(earlier.Interval.TotalSeconds, SampleFleet.NumberOf(earlier, "interval"));
                Assert.InRange(later.At - earlier.At, TimeSpan.FromTicks(1), earlier.Interval);
                Assert.True(later.At < rule.From(earlier.At, earlier.Interval).LateAt);
            }
        }
    }

    [Fact]
    public void Timeline_MoodyDevices_AreLostForAWhileAndComeBack()
    {
        var devices = SampleFleet.Devices();
        var moody = devices.Where(static device => device.Temper is Temper.Moody).ToList();
        var reports = SampleFleet.Live(devices, TimeSpan.FromHours(1)).ToLookup(static report => report.Sn, StringComparer.Ordinal);

        Assert.All(moody, device => Assert.Contains(Gaps(reports[device.Sn]), gap => gap > device.Interval * 1.9));
    }

    [Fact]
    public void Timeline_Leavers_ReportAtFirstAndNeverComeBack()
    {
        var devices = SampleFleet.Devices();
        var leavers = devices.Where(static device => device.Temper is Temper.Leaver).ToList();
        var reports = SampleFleet.Live(devices, TimeSpan.FromHours(4)).ToLookup(static report => report.Sn, StringComparer.Ordinal);

        Assert.NotEmpty(leavers);
        Assert.All(leavers, device => Assert.InRange(reports[device.Sn].Max(static report => report.At), SampleFleet.Start, SampleFleet.Start + (device.Interval * 15)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Timeline_FirstMinute_ShowsAlarmsARemovalAndLowBatteries(int seed)
    {
        var latest = SampleFleet.Live(SampleFleet.Devices(seed: seed), TimeSpan.FromMinutes(1), seed)
            .GroupBy(static report => report.Sn, StringComparer.Ordinal)
            .Select(static reports => reports.Last())
            .ToList();

        Assert.InRange(latest.Count(InAlarm), 2, 8);
        Assert.Single(latest, static report => SampleFleet.NumberOf(report, "installed") == 0);
        Assert.InRange(latest.Count(static report => SampleFleet.NumberOf(report, "battery") < 20), 2, 15);
    }

    [Fact]
    public void Take_ProgramFarBehind_LeavesReportsOutAndKeepsTheRhythm()
    {
        var timeline = FleetLaunch.Launch(SampleFleet.Devices(10, 1), new SeededRandom(1), SampleFleet.Start, hadPast: false);
        var late = SampleFleet.Start.AddHours(1);
        var caughtUp = new List<DeviceReport>();
        while (timeline.Take(late) is { } report)
        {
            caughtUp.Add(report);
        }

        Assert.InRange(caughtUp.Count, 10, 40);
        Assert.InRange(timeline.Skipped, 3_000, 3_600);
        Assert.All(caughtUp, report => Assert.InRange(report.At, late - (report.Interval * 3), late));
    }

    private static bool InAlarm(DeviceReport report) =>
        SampleFleet.NumberOf(report, "smoke") == 1
        || SampleFleet.NumberOf(report, "cover") == 0
        || SampleFleet.NumberOf(report, "level") == 1
        || SampleFleet.NumberOf(report, "leak") == 1
        || SampleFleet.NumberOf(report, "door") == 0
        || SampleFleet.NumberOf(report, "collision") == 1;

    private static IEnumerable<TimeSpan> Gaps(IEnumerable<DeviceReport> reports)
    {
        var ordered = reports.ToList();
        return ordered.Zip(ordered.Skip(1), static (earlier, later) => later.At - earlier.At);
    }

    private static IEnumerable<string> Describe(IEnumerable<DeviceReport> reports) =>
        reports.Select(static report => $"{report.At:O} {report.Sn} {string.Join(' ', report.Readings)}");
}
