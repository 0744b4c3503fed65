using System.Diagnostics;
using System.Globalization;
using Sensoro.Simulator.Bench.Servers;
using Sensoro.Simulator.Torture.Audit;
using Sensoro.Simulator.Torture.Layers;
using Sensoro.Simulator.Torture.Sending;

namespace Sensoro.Simulator.Torture.Faults;

/// <summary>The disk fills up under load. Pushes have to be turned away, readers served; and with room again all has to be well without a restart.</summary>
internal sealed class FullDiskScenario(Arena arena) : IScenario, IAsyncDisposable
{
    private const long Megabyte = 1_048_576;
    private const long Room = 6 * Megabyte;
    private const long Recovered = 100;

    private static readonly TimeSpan UntilFull = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan WhileFull = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan UntilRecovered = TimeSpan.FromSeconds(10);

    private MemoryDisk? _disk;

    /// <summary>Each round fills what the one before has left.</summary>
    private long Size => (24 + (24 * arena.Options.Rounds)) * Megabyte;

    public async Task PrepareAsync(CancellationToken cancellationToken) => _disk = await MemoryDisk.MountAsync(arena.DataDirectory, Size, cancellationToken);

    public async Task<string> StrikeAsync(CancellationToken cancellationToken)
    {
        var filler = Path.Combine(arena.DataDirectory, "filler");
        await FillAsync(filler, cancellationToken);
        await using var dashboard = await arena.StartAsync(Surroundings.Usual, cancellationToken);
        await using var sender = await arena.SendAsync(dashboard.Port, cancellationToken);
        if (!await sender.WaitAsync(static counts => counts.Unavailable > 0, UntilFull, cancellationToken))
        {
            return "the disk did not fill up";
        }

        var before = sender.Counts;
        var full = await sender.PassAsync(WhileFull, cancellationToken);
        await ReadAsync(dashboard, cancellationToken);
        File.Delete(filler);
        var recovery = await RecoverAsync(sender, cancellationToken);
        await sender.StopAsync(cancellationToken);
        await EndAsync(dashboard, cancellationToken);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"full after {before.Acknowledged:N0} answers of 200; in the second after it {full.Unavailable - before.Unavailable:N0} × 503 and {full.Acknowledged - before.Acknowledged:N0} × 200; {recovery}");
    }

    public async ValueTask DisposeAsync()
    {
        if (_disk is not null)
        {
            await _disk.DisposeAsync();
        }
    }

    private async Task FillAsync(string filler, CancellationToken cancellationToken)
    {
        var room = new DriveInfo(arena.DataDirectory).AvailableFreeSpace - Room;
        await using var file = File.Create(filler);
        var piece = new byte[Megabyte];
        for (; room > 0; room -= piece.Length)
        {
            await file.WriteAsync(piece, cancellationToken);
        }
    }

    /// <summary>Whoever only reads must not notice.</summary>
    private async Task ReadAsync(DashboardChild dashboard, CancellationToken cancellationToken)
    {
        foreach (var path in new[] { "/api/v1/stats", "/api/v1/messages?limit=10", "/api/v1/devices?pageSize=10", "/health/live" })
        {
            try
            {
                await dashboard.GetAsync(path, cancellationToken);
            }
            catch (HttpRequestException error)
            {
                arena.Found.Add(Rule.Recovery, $"{path} while the disk is full: {error.Message}");
            }
        }
    }

    private async Task<string> RecoverAsync(SenderProcess sender, CancellationToken cancellationToken)
    {
        var (clock, full) = (Stopwatch.StartNew(), sender.Counts);
        if (await sender.WaitAsync(counts => counts.Acknowledged >= full.Acknowledged + Recovered, UntilRecovered, cancellationToken))
        {
            return string.Create(CultureInfo.InvariantCulture, $"200 again {clock.Elapsed.TotalSeconds:0.0} s after there was room");
        }

        arena.Found.Add(Rule.Recovery, "no 200 within ten seconds of there being room again");
        return "no recovery";
    }

    private static async Task EndAsync(DashboardChild dashboard, CancellationToken cancellationToken)
    {
        if (dashboard.Process.ExitCode is null)
        {
            await dashboard.Process.StopAsync(cancellationToken);
        }
    }
}
