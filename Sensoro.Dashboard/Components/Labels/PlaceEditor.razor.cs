using System.Globalization;
using Microsoft.AspNetCore.Components;
using Sensoro.Dashboard.Storage;
using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Components.Labels;

/// <summary>Places a device by typed coordinates; until that is taken back no fix of the device moves it.</summary>
public sealed partial class PlaceEditor
{
    private string _text = "";
    private CoordinateSystem _datum = CoordinateSystem.Gcj02;
    private bool _isWrong;

    [Inject]
    public required LabelChange Change { get; set; }

    [Inject]
    public required TimeProvider Time { get; set; }

    [Parameter, EditorRequired]
    public required DeviceSnapshot Device { get; set; }

    protected override void OnInitialized() => _datum = Device.Position?.Datum ?? CoordinateSystem.Gcj02;

    private Task PlaceAsync()
    {
        _isWrong = !GeoPointText.TryParse(_text, out var point);
        return _isWrong ? Task.CompletedTask : MakeAsync(new DevicePosition(point, _datum, Time.GetUtcNow(), PositionSource.Manual), Texts["Placed", Pair(point)]);
    }

    private Task GiveBackAsync() => MakeAsync(null, Texts["GivenBack"]);

    private async Task MakeAsync(DevicePosition? position, string said)
    {
        var edit = new DeviceEdit(Device.Sn) { Place = new PlaceChange(position) };
        if (await Change.MakeAsync(edits => edits.ApplyAsync([edit], CancellationToken.None), _ => said))
        {
            _text = "";
        }
    }

    private static string Pair(GeoPoint point) => string.Create(CultureInfo.InvariantCulture, $"{point.Longitude:0.######}, {point.Latitude:0.######}");
}
