using System.Globalization;
using System.Text.Json;
using Sensoro.Simulator.Bench.Servers;

namespace Sensoro.Simulator.Torture.Sending;

/// <summary>A <see cref="SenderChild"/> as this process sees it.</summary>
internal sealed class SenderProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan BeatLimit = TimeSpan.FromSeconds(30);

    private readonly ChildProcess _process;

    private SenderProcess(ChildProcess process) => _process = process;

    /// <summary>What it last told.</summary>
    public SendCounts Counts { get; private set; } = SendCounts.None;

    /// <summary>Starts it and returns when the first request was answered in any way.</summary>
    public static async Task<SenderProcess> StartAsync(SendPlan plan, CancellationToken cancellationToken)
    {
        var sender = new SenderProcess(ChildProcess.StartSelf(["torture", "send"], []));
        try
        {
            await sender._process.TellAsync(JsonSerializer.Serialize(plan, TortureJson.Default.SendPlan), cancellationToken);
            await sender.WaitAsync(static counts => counts != SendCounts.None, StartLimit, cancellationToken);
            return sender;
        }
        catch
        {
            await sender.DisposeAsync();
            throw;
        }
    }

    /// <summary>Listens until what it tells is as wanted; false when the time is over first.</summary>
    public async Task<bool> WaitAsync(Func<SendCounts, bool> isEnough, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        over.CancelAfter(limit);
        try
        {
            while (!isEnough(Counts))
            {
                Read(await _process.HearAsync(BeatLimit, over.Token));
            }

            return true;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>Lets it send for so long and returns what it has met by then.</summary>
    public async Task<SendCounts> PassAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        await WaitAsync(static _ => false, time, cancellationToken);
        return Counts;
    }

    /// <summary>Has it send at another rate from now on.</summary>
    public Task ChangeRateAsync(double rate, CancellationToken cancellationToken) => _process.TellAsync(rate.ToString(CultureInfo.InvariantCulture), cancellationToken);

    /// <summary>Tells it to stop and returns when every request has met its end.</summary>
    public async Task<SendCounts> StopAsync(CancellationToken cancellationToken)
    {
        await _process.TellAsync("stop", cancellationToken);
        while (await _process.HearOrEndAsync(BeatLimit, cancellationToken) is { } line)
        {
            Read(line);
        }

        await _process.EndAsync(cancellationToken);
        return Counts;
    }

    /// <summary>kill -9: its history has to do.</summary>
    public Task KillAsync(CancellationToken cancellationToken)
    {
        _process.Kill();
        return _process.EndAsync(cancellationToken);
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private void Read(string line) => Counts = JsonSerializer.Deserialize(line, TortureJson.Default.SendCounts) ?? Counts;
}
