using System.Globalization;
using Sensoro.Simulator.Bench.Servers;
using Sensoro.Simulator.Torture.Audit;
using Sensoro.Simulator.Torture.Layers;
using Sensoro.Simulator.Torture.Sending;

namespace Sensoro.Simulator.Torture.Faults;

/// <summary>
/// The program's clock jumps an hour ahead and an hour back while pushes pour in. They are stale then and kept out; when the clock
/// is right again they are taken.
/// </summary>
internal sealed class ClockScenario(Arena arena) : IScenario
{
    private const long SecondsAway = 3_600;
    private const long Enough = 100;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private string _library = "";

    private string ClockFile => arena.FileBeside("clock");

    public async Task PrepareAsync(CancellationToken cancellationToken) => _library = await Layer.BuildAsync(Layer.JumpingClock, Path.GetDirectoryName(arena.DataDirectory) ?? "", cancellationToken);

    public async Task<string> StrikeAsync(CancellationToken cancellationToken)
    {
        await SetAsync(0, cancellationToken);
        await using var dashboard = await arena.StartAsync(Layer.Under(_library, new KeyValuePair<string, string>("JUMPING_CLOCK", ClockFile)), cancellationToken);
        await using var sender = await arena.SendAsync(dashboard.Port, cancellationToken);
        await sender.PassAsync(arena.SomeTime() / 4, cancellationToken);
        var ahead = await JumpAsync(sender, SecondsAway, cancellationToken);
        var back = await JumpAsync(sender, -SecondsAway, cancellationToken);
        await sender.StopAsync(cancellationToken);
        await dashboard.Process.StopAsync(cancellationToken);
        return $"an hour ahead {ahead}; an hour back {back}";
    }

    private async Task<string> JumpAsync(SenderProcess sender, long seconds, CancellationToken cancellationToken)
    {
        await SetAsync(seconds, cancellationToken);
        var before = sender.Counts;
        var isRefused = await sender.WaitAsync(counts => counts.Refused >= before.Refused + Enough, Limit, cancellationToken);

        // What left before the jump is answered by now.
        var settled = await sender.PassAsync(TimeSpan.FromSeconds(0.5), cancellationToken);
        var away = await sender.PassAsync(arena.SomeTime() / 4, cancellationToken);
        await SetAsync(0, cancellationToken);
        var isTaken = await sender.WaitAsync(counts => counts.Acknowledged >= away.Acknowledged + Enough, Limit, cancellationToken);
        if (!isRefused || away.Acknowledged > settled.Acknowledged)
        {
            arena.Found.Add(Rule.Accepted, string.Create(CultureInfo.InvariantCulture, $"{away.Acknowledged - settled.Acknowledged} × 200 with the clock {seconds} s away"));
        }

        if (!isTaken)
        {
            arena.Found.Add(Rule.Recovery, "no 200 within ten seconds of the clock being right again");
        }

        return string.Create(CultureInfo.InvariantCulture, $"{away.Refused - before.Refused:N0} refused");
    }

    /// <summary>In place: the program has the file mapped.</summary>
    private async Task SetAsync(long seconds, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(ClockFile, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite);
        await file.WriteAsync(BitConverter.GetBytes(seconds), cancellationToken);
    }
}
