using System.Text.Json;
using Sensoro.Simulator.Bench.Results;
using Sensoro.Simulator.Bench.Servers;

namespace Sensoro.Simulator.Bench.Load;

/// <summary>A <see cref="LoadChild"/> as this process sees it: prepared first, sent when the caller has read its clocks.</summary>
internal sealed class LoadSender : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    // Answers are handled on the thread that met them: fewer switches, a leaner sender.
    private static readonly KeyValuePair<string, string>[] Lean =
        [new("DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS", "1"), new("DOTNET_gcServer", "0"), new("DOTNET_TieredPGO", "0")];

    private readonly ChildProcess _process;
    private readonly LoadPlan _plan;

    private LoadSender(ChildProcess process, LoadPlan plan) => (_process, _plan) = (process, plan);

    /// <summary>Returns when the requests are written, the connections open and the warm-up is over.</summary>
    public static async Task<LoadSender> PrepareAsync(LoadPlan plan, CancellationToken cancellationToken)
    {
        var sender = new LoadSender(ChildProcess.StartSelf(["bench", "send"], Lean), plan);
        try
        {
            await sender._process.TellAsync(JsonSerializer.Serialize(plan, BenchJson.Lines.LoadPlan), cancellationToken);
            var line = await sender._process.HearAsync(Patience, cancellationToken);
            return line == LoadChild.Ready ? sender : throw new BenchException($"The sender is not ready: {line}");
        }
        catch
        {
            await sender.DisposeAsync();
            throw;
        }
    }

    public async Task<LoadReport> SendAsync(CancellationToken cancellationToken)
    {
        await _process.TellAsync("go", cancellationToken);
        var line = await _process.HearAsync(Patience + TimeSpan.FromSeconds(_plan.Seconds), cancellationToken);
        return JsonSerializer.Deserialize(line, BenchJson.Lines.LoadReport) ?? throw new BenchException("The sender reported nothing.");
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();
}
