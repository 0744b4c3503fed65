using Sensoro.Simulator.Bench.Servers;

namespace Sensoro.Simulator.Torture.Servers;

/// <summary>A <see cref="StandIn"/> as a process of its own.</summary>
internal sealed class StandInProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private StandInProcess(ChildProcess process, int port) => (Process, Port) = (process, port);

    public ChildProcess Process { get; }

    public int Port { get; }

    public static async Task<StandInProcess> StartAsync(StandInOptions options, CancellationToken cancellationToken)
    {
        string[] faults = [.. options.AnswersFirst ? ["--answers-first"] : Array.Empty<string>(), .. options.KeepsRepeats ? ["--keeps-repeats"] : Array.Empty<string>()];
        var process = ChildProcess.StartSelf(["torture", "stand-in", "--data", options.DataDirectory, .. faults], []);
        try
        {
            return new StandInProcess(process, new Uri(await process.HearAsync(StartLimit, cancellationToken)).Port);
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => Process.DisposeAsync();
}
