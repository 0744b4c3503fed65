using System.Diagnostics;
using System.Globalization;
using Sensoro.Simulator.Bench.Servers;
using Sensoro.Simulator.Torture.Layers;

namespace Sensoro.Simulator.Torture.Faults;

/// <summary>
/// The kernel answers a sync of the log with an I/O error (EIO), injected by strace. What was written before it may be on disk or
/// not. A program may end itself then, or go on with 503; the rule holds either way.
/// </summary>
internal sealed class SyncErrorScenario(Arena arena) : IScenario
{
    private const string Injected = "(INJECTED)";

    /// <summary>Which sync of each thread fails: the counters of strace belong to threads.</summary>
    private static readonly int[] Which = [3, 20, 200, 2_000];

    /// <summary>From here on each message gets a sync of its own: in batches it would take minutes until so many have been.</summary>
    private const int Many = 200;

    private static readonly TimeSpan UntilError = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan UntilExit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    private string _strace = "";
    private int _round;

    /// <summary>The files are made before: an error while they are made is not what this is about.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        Requirement.Linux("injected system call errors (strace)");
        _strace = Requirement.Program("strace", "strace");
        await using var dashboard = await arena.StartAsync(Surroundings.Usual, cancellationToken);
        await dashboard.Process.StopAsync(cancellationToken);
    }

    public async Task<string> StrikeAsync(CancellationToken cancellationToken)
    {
        var which = Which[_round++ % Which.Length];
        var trace = arena.FileBeside(string.Create(CultureInfo.InvariantCulture, $"strace-{_round}.txt"));
        await using var dashboard = await arena.StartAsync(Tracer(trace, which), cancellationToken);
        await using var sender = await arena.SendAsync(dashboard.Port, cancellationToken);
        var isInjected = await IsInjectedAsync(trace, cancellationToken);
        var (clock, before) = (Stopwatch.StartNew(), sender.Counts);
        var isRefused = await sender.WaitAsync(counts => counts.Unavailable > before.Unavailable, UntilExit, cancellationToken);
        var first = isRefused ? string.Create(CultureInfo.InvariantCulture, $"the first 503 within {clock.Elapsed.TotalMilliseconds:0} ms") : "no 503";
        await sender.WaitAsync(_ => clock.Elapsed > UntilExit || dashboard.Process.ExitCode is not null, UntilExit, cancellationToken);
        var exit = dashboard.Process.ExitCode;
        var took = clock.Elapsed;
        var counts = sender.Counts;
        if (exit is null)
        {
            dashboard.Process.Kill();
            await dashboard.Process.EndAsync(cancellationToken);
        }

        await sender.StopAsync(cancellationToken);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"sync number {which} of a thread {(isInjected ? "failed" : "never came")}; {Answers(before, counts)}, {first}; the program {(exit is { } code ? $"ended itself with {code} after {took.TotalSeconds:0.0} s" : "went on and was killed")}");
    }

    private static string Answers(Sending.SendCounts before, Sending.SendCounts after) =>
        string.Create(CultureInfo.InvariantCulture, $"{after.Unavailable - before.Unavailable:N0} × 503 and {after.Acknowledged - before.Acknowledged:N0} × 200 after it");

    /// <summary>The tracer is the grandchild, so that the process that is waited for and killed is the program itself.</summary>
    private Surroundings Tracer(string trace, int which) => new()
    {
        Launcher =
        [
            _strace, "-D", "-f", "--seccomp-bpf", "-q", "-o", trace, "-P", arena.LogPath + "-wal", "-e", "trace=fsync,fdatasync",
            "-e", string.Create(CultureInfo.InvariantCulture, $"inject=fsync,fdatasync:error=EIO:when={which}"),
        ],
        Variables = which < Many ? [] : [new("Ingestion__MaxBatchSize", "1")],
    };

    private async Task<bool> IsInjectedAsync(string trace, CancellationToken cancellationToken)
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < UntilError; await Task.Delay(Look, arena.Time, cancellationToken))
        {
            if (File.Exists(trace) && (await File.ReadAllTextAsync(trace, cancellationToken)).Contains(Injected, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
