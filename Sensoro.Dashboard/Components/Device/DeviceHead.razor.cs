using Microsoft.AspNetCore.Components;
using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Components.Device;

/// <summary>What the device is and why it is in its state. The sentence contains durations, so it is said anew every few seconds.</summary>
public sealed partial class DeviceHead
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _gone = new();
    private StatusSentence _sentence = new("", "");
    private DeviceStatus _status;
    private DateTimeOffset _now;
    private bool _edits;
    private bool _maintains;

    [Inject]
    public required TimeProvider Time { get; set; }

    [Parameter, EditorRequired]
    public required DeviceSnapshot Device { get; set; }

    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    protected override void OnParametersSet() => Say();

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            _ = TickAsync(_gone.Token);
        }
    }

    private void Say()
    {
        _now = Time.GetUtcNow();
        _status = Device.StatusAt(_now);
        _sentence = StatusSentence.Of(Device, _now, Time.LocalTimeZone, Texts);
    }

    private async Task TickAsync(CancellationToken gone)
    {
        using var timer = new PeriodicTimer(Pace, Time);
        try
        {
            while (await timer.WaitForNextTickAsync(gone))
            {
                await InvokeAsync(() =>
                {
                    Say();
                    StateHasChanged();
                });
            }
        }
        catch (Exception error) when (error is OperationCanceledException or ObjectDisposedException)
        {
            // The reader has left.
        }
    }
}
