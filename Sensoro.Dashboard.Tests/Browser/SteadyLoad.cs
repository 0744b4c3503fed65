using System.Globalization;
using Sensoro.Dashboard.Tests.Integration;

namespace Sensoro.Dashboard.Tests.Browser;

/// <summary>Pushes of a growing fleet at a steady pace. Whoever waits, waits for a number of acknowledged pushes, not for a time.</summary>
internal sealed class SteadyLoad(DashboardFactory dashboard, Random random) : IAsyncDisposable
{
    public const int PerSecond = 50;

    /// <summary>Sent together, of different devices.</summary>
    private const int AtOnce = 5;

    private const int DevicesAtFirst = 20;
    private const int MostDevices = 60;
    private const int PushesPerNewDevice = 20;

    private readonly SemaphoreSlim _acknowledged = new(0);
    private readonly CancellationTokenSource _stop = new();
    private Task _running = Task.CompletedTask;
    private int _msgId;

    /// <summary>Pushes that were answered 200.</summary>
    public int Acknowledged { get; private set; }

    private int Devices => Math.Min(MostDevices, DevicesAtFirst + (Acknowledged / PushesPerNewDevice));

    public static string SnOf(int device) => string.Create(CultureInfo.InvariantCulture, $"0117C5A9D0CC{device:0000}");

    /// <summary>Every device of the beginning reports once.</summary>
    public Task SeedAsync() => dashboard.FoldPushesAsync(Enumerable.Range(0, DevicesAtFirst).Select(Push));

    public void Start() => _running = RunAsync();

    /// <summary>Waits until so many more were acknowledged.</summary>
    public async Task PassAsync(int pushes)
    {
        for (var i = 0; i < pushes; i++)
        {
            Assert.True(await _acknowledged.WaitAsync(DashboardFactory.Patience, TestContext.Current.CancellationToken), "The load has come to a stand.");
        }
    }

    /// <summary>Ends the load; everything it sent is folded.</summary>
    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _running;
        await dashboard.WaitForFoldedAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _stop.Dispose();
        _acknowledged.Dispose();
    }

    private async Task RunAsync()
    {
        using var pace = new PeriodicTimer(TimeSpan.FromSeconds((double)AtOnce / PerSecond));
        try
        {
            while (await pace.WaitForNextTickAsync(_stop.Token))
            {
                await Task.WhenAll(Enumerable.Range(0, Devices).OrderBy(_ => random.Next()).Take(AtOnce).Select(device => dashboard.StorePushesAsync(Push(device))));
                Acknowledged += AtOnce;
                _acknowledged.Release(AtOnce);
            }
        }
        catch (OperationCanceledException)
        {
            // Enough.
        }
    }

    private string Push(int device)
    {
        var smoke = random.Next(10) == 0 ? 1 : 0;
        return PushBody.Sensor(
            SnOf(device), ++_msgId, dashboard.Now(), string.Create(CultureInfo.InvariantCulture, $$"""{"battery":{{random.Next(5, 100)}},"interval":600,"temperature":{{random.Next(0, 400) / 10.0:0.0}},"smoke":{{smoke}} }"""));
    }
}
