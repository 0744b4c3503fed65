using System.Globalization;
using Sensoro.Simulator.Bench;
using Sensoro.Simulator.Torture.Audit;
using Sensoro.Simulator.Torture.Layers;

namespace Sensoro.Simulator.Torture.Faults;

/// <summary>
/// The power fails under full load: what was not synced is gone, or half of it, in any order. The control runs on a disk that says
/// it has synced and has not, which is what <c>synchronous=OFF</c> makes of any disk.
/// </summary>
internal sealed class PowerLossScenario(Arena arena, Func<Arena> another) : IScenario
{
    private const int ExitCode = 137;

    private static readonly int[] Keeps = [0, 0, 50, 90];

    private string _library = "";

    public IReadOnlyList<Control> Controls => [new("a disk that only says it has synced", Rule.Missing, RunLyingAsync)];

    public async Task PrepareAsync(CancellationToken cancellationToken) => _library = await Layer.BuildAsync(Layer.ForgetfulDisk, Path.GetDirectoryName(arena.DataDirectory) ?? "", cancellationToken);

    public Task<string> StrikeAsync(CancellationToken cancellationToken) => StrikeAsync(arena, [], cancellationToken);

    private async Task<RoundReport> RunLyingAsync(CancellationToken cancellationToken)
    {
        using var beside = another();
        await StrikeAsync(beside, [new("FORGETFUL_LIES", "1"), new("FORGETFUL_KEEPS", "0")], cancellationToken);
        return await beside.AuditAsync(cancellationToken);
    }

    private async Task<string> StrikeAsync(Arena where, IEnumerable<KeyValuePair<string, string>> settings, CancellationToken cancellationToken)
    {
        var report = where.FileBeside("power-loss.txt");
        File.Delete(report);
        var keeps = Keeps[where.Random.Next(Keeps.Length)];
        var surroundings = Layer.Under(
            _library,
            [
                new("FORGETFUL_ROOT", where.DataDirectory),
                new("FORGETFUL_REPORT", report),
                new("FORGETFUL_KEEPS", keeps.ToString(CultureInfo.InvariantCulture)),
                new("FORGETFUL_SEED", where.Random.Next().ToString(CultureInfo.InvariantCulture)),
                .. settings,
            ]);
        var time = where.SomeTime();
        await using (var dashboard = await where.StartAsync(surroundings, cancellationToken))
        await using (var sender = await where.SendAsync(dashboard.Port, cancellationToken))
        {
            await sender.PassAsync(time, cancellationToken);
            await dashboard.Process.SignalAsync("USR2", cancellationToken);
            await dashboard.Process.EndAsync(cancellationToken);
            await sender.StopAsync(cancellationToken);
            if (dashboard.Process.ExitCode != ExitCode || !File.Exists(report))
            {
                throw new BenchException($"The forgetful disk did not take hold of the program (exit code {dashboard.Process.ExitCode}).");
            }
        }

        string[] told = (await File.ReadAllTextAsync(report, cancellationToken)).Split(' ', StringSplitOptions.TrimEntries);
        var bytes = long.Parse(told[2], CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"power lost after {time.TotalSeconds:0.00} s with {told[0]} unsynced writes of {bytes:N0} bytes; {told[1]} others had reached the disk");
    }
}
