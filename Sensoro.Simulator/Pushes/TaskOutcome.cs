using Sensoro.Simulator.Physics;

namespace Sensoro.Simulator.Pushes;

/// <summary>The end of a task that was to change an upload interval. As at SENSORO, it does not say which device it was about.</summary>
/// <param name="Interval">Seconds that were asked for.</param>
internal sealed record TaskOutcome(long TaskId, DateTimeOffset At, bool Success, int Interval)
{
    private const double FailureShare = 0.12;

    private static readonly int[] UsualIntervals = [61, 120, 300, 600, 900, 1_800, 3_600];

    public static TaskOutcome Draw(SeededRandom random, long taskId, DateTimeOffset at) =>
        new(taskId, at, !random.Chance(FailureShare), random.Pick(UsualIntervals));
}
