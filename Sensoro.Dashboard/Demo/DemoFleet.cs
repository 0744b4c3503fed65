using Microsoft.Extensions.Options;
using Sensoro.Dashboard.Access;
using Sensoro.Dashboard.Diagnostics;
using Sensoro.Dashboard.Storage;
using Sensoro.Dashboard.Webhook;
using Sensoro.Simulator;
using Sensoro.Simulator.Delivery;

namespace Sensoro.Dashboard.Demo;

/// <summary>A simulated fleet in this process. Its pushes take the whole way: signed, half of them encrypted, through the real address.</summary>
internal sealed class DemoFleet(
    DemoKeys keys,
    OwnAddress address,
    IHostApplicationLifetime lifetime,
    IOptions<SensoroOptions> sensoro,
    MessageLog log,
    TimeProvider time,
    ILogger<DemoFleet> logger) : IHostedService, IDisposable
{
    private const int Devices = 200;
    private const double PushesPerSecond = 20;
    private const int Connections = 16;

    /// <summary>About one point an hour of each device: enough for a chart, soon enough told even on a small machine.</summary>
    private const int HistoryPushes = 5_000;

    /// <summary>The past is told beside the present and must not keep a small machine from showing it.</summary>
    private const double HistoryPushesPerSecond = 250;
    private static readonly TimeSpan History = TimeSpan.FromHours(24);

    private readonly Lock _gate = new();
    private CancellationTokenSource? _run;
    private Task _running = Task.CompletedTask;

    /// <summary>The fleet was started, stopped, or its data was removed.</summary>
    public event Action? Changed;

    public bool IsRunning => _run is not null;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStarted.Register(Begin);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => EndAsync();

    public void Dispose() => _run?.Dispose();

    /// <summary>Starts the fleet; does nothing when it runs.</summary>
    public void Begin()
    {
        Acting.Demand(Role.Administrator);
        lock (_gate)
        {
            if (_run is not null)
            {
                return;
            }

            _run = new CancellationTokenSource();
            _running = RunAsync(_run.Token);
        }

        Changed?.Invoke();
    }

    /// <summary>Stops the fleet and waits until its last push is answered.</summary>
    public async Task EndAsync()
    {
        Acting.Demand(Role.Administrator);
        CancellationTokenSource? run;
        lock (_gate)
        {
            (run, _run) = (_run, null);
        }

        if (run is null)
        {
            return;
        }

        await run.CancelAsync();
        await _running;
        run.Dispose();
        Changed?.Invoke();
    }

    /// <summary>Tells every page that there is nothing left to show.</summary>
    public void Announce() => Changed?.Invoke();

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var client = PushClient.Create(Connections);
            await new FleetRunner(Options(), client, time).RunAsync(cancellationToken);
        }
        catch (Exception error)
        {
            // The demo must never take the program down.
            Log.FleetFailed(logger, error);
        }
    }

    private FleetOptions Options() => new()
    {
        Url = address.Webhook,
        SignUrl = sensoro.Value.EffectiveWebhookUrls[0],
        AppId = DemoKeys.AppId,
        AppKey = keys.AppKey,
        AppSecret = keys.AppSecret,
        Devices = Devices,
        RatePerSecond = PushesPerSecond,
        Mode = PushMode.Mixed,
        DuplicatesPercent = 1,
        LatePercent = 1,
        Connections = Connections,

        // A fleet that was here before has its past already.
        History = log.LastId == 0 ? History : TimeSpan.Zero,
        HistoryLimit = HistoryPushes,
        HistoryPerSecond = HistoryPushesPerSecond,
    };
}
