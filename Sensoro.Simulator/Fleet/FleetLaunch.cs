using Sensoro.Simulator.Physics;

namespace Sensoro.Simulator.Fleet;

/// <summary>
/// Brings the fleet on stage: everybody reports once in the first seconds, and the first minute already shows a few alarms and a
/// removed device, so that whoever opens the dashboard sees what it is for.
/// </summary>
internal static class FleetLaunch
{
    private const double IntroductionsPerSecond = 40;
    private const double ShortestIntroduction = 2;
    private const int DevicesPerStagedAlarm = 70;
    private const int MostStagedAlarms = 5;

    /// <summary>One alarm and the removal stay for those who look later; the other alarms show how one ends.</summary>
    private static readonly TimeSpan LastingTrouble = TimeSpan.FromHours(3);

    /// <param name="fleet">The devices; those that left in a past already told stay away.</param>
    /// <param name="random">Decides who is in trouble first.</param>
    /// <param name="start">The present.</param>
    /// <param name="hadPast">A <see cref="FleetHistory"/> came before.</param>
    public static FleetTimeline Launch(IReadOnlyList<SimulatedDevice> fleet, SeededRandom random, DateTimeOffset start, bool hadPast)
    {
        SimulatedDevice[] present = hadPast ? [.. fleet.Where(static device => device.Temper is not Temper.Leaver)] : [.. fleet];
        var introduction = Introduction(present);
        StageAlarms(present, random.Branch(1), start + introduction);
        StageRemoval(present, random.Branch(2), start + introduction);
        return new FleetTimeline(Schedules(present, random.Branch(3), start, introduction));
    }

    /// <summary>
    /// Time until everybody has reported: quick enough for somebody who waits, without more pushes per second than
    /// <see cref="IntroductionsPerSecond"/> or the fleet's own rate, whichever is higher.
    /// </summary>
    private static TimeSpan Introduction(SimulatedDevice[] fleet)
    {
        var rate = fleet.Sum(static device => 1 / device.Interval.TotalSeconds);
        var quick = Math.Max(ShortestIntroduction, fleet.Length / IntroductionsPerSecond);
        return TimeSpan.FromSeconds(rate > 0 ? Math.Min(quick, fleet.Length / rate) : quick);
    }

    private static IEnumerable<DeviceSchedule> Schedules(SimulatedDevice[] fleet, SeededRandom random, DateTimeOffset start, TimeSpan introduction)
    {
        int[] places = [.. Enumerable.Range(0, fleet.Length)];
        random.Shuffle(places);
        for (var index = 0; index < fleet.Length; index++)
        {
            var device = fleet[index];
            var firstAt = start + (introduction * places[index] / fleet.Length);

            // A short introduction is spread out again by the second report; a long one is spread out already.
            var crowding = 1 - Math.Min(1, introduction / device.Interval);
            var secondAfter = device.Interval * (1 - (crowding * random.Unit()));
            yield return new DeviceSchedule(device, index, random.Branch((ulong)index), firstAt, secondAfter);
        }
    }

    private static void StageAlarms(SimulatedDevice[] fleet, SeededRandom random, DateTimeOffset from)
    {
        var candidates = fleet.Where(static device => device.Temper is Temper.Steady).ToList();
        random.Shuffle(candidates);
        var passing = Math.Clamp(fleet.Length / DevicesPerStagedAlarm, 1, MostStagedAlarms) - 1;
        var lasting = candidates.Find(static device => device.Kind.OpeningRole is OpeningRole.Lasting);
        lasting?.Alarms?.Stage(from + TimeSpan.FromSeconds(2), LastingTrouble);

        var onset = from;
        foreach (var device in candidates.Where(static device => device.Kind.OpeningRole is OpeningRole.Passing).Take(passing))
        {
            onset += random.Between(TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(9));
            device.Alarms?.Stage(onset, random.Between(TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(9)));
        }
    }

    private static void StageRemoval(SimulatedDevice[] fleet, SeededRandom random, DateTimeOffset from)
    {
        var candidates = fleet.Where(static device => device.Temper is Temper.Steady && device.Removals is not null).ToList();
        random.Shuffle(candidates);
        if (candidates is [var device, ..])
        {
            device.Removals?.Stage(from + TimeSpan.FromSeconds(4), LastingTrouble);
        }
    }
}
