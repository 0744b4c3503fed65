using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Sensoro.Dashboard.Components.Elements;
using Sensoro.Domain.Readings;

namespace Sensoro.Dashboard.Components.History;

/// <summary>Asks for two moments of the local zone.</summary>
public sealed partial class CustomRange
{
    private const string Format = "yyyy-MM-dd'T'HH:mm";

    private string _from = "";
    private string _to = "";
    private string _zone = "";
    private string? _fault;

    [Inject]
    public required TimeProvider Time { get; set; }

    /// <summary>What is shown now: the fields begin with it.</summary>
    [Parameter, EditorRequired]
    public required TimeWindow Window { get; set; }

    [Parameter, EditorRequired]
    public EventCallback<TimeWindow> OnChange { get; set; }

    [Parameter, EditorRequired]
    public EventCallback OnClose { get; set; }

    protected override void OnInitialized()
    {
        var (now, zone) = (Time.GetUtcNow(), Time.LocalTimeZone);
        _zone = WindowText.Zone(zone, now);
        var window = Window.IsReadable && Window.TryResolve(now, zone, out _) == TimeRangeFault.None ? Window : TimeWindow.Default;
        if (window.TryResolve(now, zone, out var range) == TimeRangeFault.None)
        {
            (_from, _to) = (Local(range.From, zone), Local(range.To, zone));
        }
    }

    private static string Local(DateTimeOffset at, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(at, zone).ToString(Format, CultureInfo.InvariantCulture);

    private void From(ChangeEventArgs change) => _from = change.Value as string ?? "";

    private void To(ChangeEventArgs change) => _to = change.Value as string ?? "";

    private Task KeyAsync(KeyboardEventArgs key) => key.Key == "Escape" ? OnClose.InvokeAsync() : Task.CompletedTask;

    private async Task ApplyAsync()
    {
        if (!TryRead(_from, out var from) || !TryRead(_to, out var to))
        {
            _fault = "FaultUnreadable";
            return;
        }

        var window = TimeWindow.Between(from, to);
        _fault = WindowFault.Key(window, Time.GetUtcNow(), Time.LocalTimeZone);
        if (_fault is null)
        {
            await OnChange.InvokeAsync(window);
        }
    }

    private bool TryRead(string text, out DateTimeOffset at)
    {
        at = default;
        if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) || local.Year is < 2000 or > 8999)
        {
            return false;
        }

        at = LocalDay.Moment(local, Time.LocalTimeZone);
        return true;
    }
}
