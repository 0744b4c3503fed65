using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Sensoro.Dashboard.Components.Devices;
using Sensoro.Dashboard.Storage;
using Sensoro.Domain.Devices;
using Sensoro.Domain.Metrics;
using Sensoro.Domain.Readings;

namespace Sensoro.Dashboard.Components.Explore;

/// <summary>Finds a device and ticks what of it is to be drawn. It only says what was ticked: the page keeps it in its address.</summary>
public sealed partial class SeriesPicker : IDisposable
{
    private const int MostFound = 8;

    private IReadOnlyList<DeviceSnapshot> _found = [];
    private DeviceSnapshot? _device;
    private ElementReference _input;
    private TypingPause? _pause;
    private string _text = "";
    private string? _searched;
    private bool _failed;
    private int _active;

    [Inject]
    public required DeviceQueries Devices { get; set; }

    [Inject]
    public required TimeProvider Time { get; set; }

    [Inject]
    public required ILogger<SeriesPicker> Logger { get; set; }

    [Parameter, EditorRequired]
    public ExploreState State { get; set; } = ExploreState.None;

    [Parameter, EditorRequired]
    public EventCallback<SeriesKey> OnToggle { get; set; }

    private bool IsOpen => _found.Count > 0;

    public void Dispose() => _pause?.Dispose();

    private static IEnumerable<LatestValue> Drawable(DeviceSnapshot device) => device.Latest.Where(ExploreState.IsDrawable)
        .OrderBy(static value => MetricCatalogue.Find(value.Metric)?.Role ?? MetricRole.Measurement).ThenBy(static value => value.Metric, StringComparer.Ordinal);

    private static string? Unit(LatestValue value) => value.Value.Kind == MetricValueKind.Number ? MetricCatalogue.Find(value.Metric)?.Unit : null;

    private string? Reason(ExploreRefusal refusal) => refusal switch
    {
        ExploreRefusal.None => null,
        ExploreRefusal.Full => Texts["Full", SeriesRequest.MaxSeries].Value,
        ExploreRefusal.Units => Texts["Units", ExploreState.MaxUnits, string.Join(", ", State.Units.Select(static unit => unit.Length == 0 ? "–" : unit))].Value,
    };

    /// <summary>Bound, not assigned: only a bound field keeps what was typed while the last letter was on its way.</summary>
    private async Task TypeAsync(string? typed)
    {
        _text = typed ?? "";
        _pause ??= new TypingPause(Time);
        if (await _pause.PassedAsync())
        {
            await SearchAsync(_text.Trim());
        }
    }

    private async Task SearchAsync(string text)
    {
        try
        {
            var found = text.Length == 0 ? [] : (await Devices.ListAsync(new DeviceFilter { Search = text, Sort = DeviceSort.Name }, 0, MostFound, CancellationToken.None)).Items;
            _found = [.. found.OrderByDescending(device => device.Sn.EndsWith(text, StringComparison.OrdinalIgnoreCase))];
            (_active, _searched, _failed, _device) = (0, text, false, null);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            Log.SearchFailed(Logger, error);
            (_found, _searched, _failed) = ([], text, true);
        }
    }

    private async Task KeyAsync(KeyboardEventArgs key)
    {
        switch (key.Key)
        {
            case "ArrowDown" when IsOpen:
                _active = (_active + 1) % _found.Count;
                break;
            case "ArrowUp" when IsOpen:
                _active = (_active + _found.Count - 1) % _found.Count;
                break;
            case "Enter" when IsOpen && _text.Trim() == _searched:
                Choose(_found[_active]);
                break;
            case "Enter" when _text.Trim().Length > 0:
                await SearchAsync(_text.Trim());
                break;
            case "Escape":
                await DoneAsync();
                break;
        }
    }

    private void Choose(DeviceSnapshot device) => (_device, _found, _text, _searched) = (device, [], "", null);

    private async Task DoneAsync()
    {
        (_device, _found, _text, _searched) = (null, [], "", null);
        await Focus.TryAsync(_input);
    }
}
