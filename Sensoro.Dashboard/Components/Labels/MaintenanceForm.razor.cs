using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Sensoro.Dashboard.Components.Devices;
using Sensoro.Dashboard.Components.Elements;

namespace Sensoro.Dashboard.Components.Labels;

/// <summary>Puts devices under maintenance until a moment of the reader's zone, or ends it before its time.</summary>
public sealed partial class MaintenanceForm
{
    /// <summary>Hours from now that one press chooses.</summary>
    private static readonly int[] Choices = [1, 4, 24, 168];

    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    private ElementReference _first;
    private DateTime _until;
    private bool _isWrong;
    private bool _saving;

    [Inject]
    public required LabelChange Change { get; set; }

    [Inject]
    public required TimeProvider Time { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyCollection<string> Sns { get; set; }

    /// <summary>There is something to end.</summary>
    [Parameter]
    public bool IsMaintained { get; set; }

    [Parameter, EditorRequired]
    public EventCallback OnClose { get; set; }

    /// <summary>Devices have been changed.</summary>
    [Parameter]
    public EventCallback OnChanged { get; set; }

    protected override void OnInitialized() => Choose(Choices[1]);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await Focus.TryAsync(_first);
        }
    }

    private static string Number(int number) => number.ToString("N0", CultureInfo.CurrentCulture);

    /// <summary>To the whole minute, as the field shows it.</summary>
    private void Choose(int hours)
    {
        var local = TimeZoneInfo.ConvertTime(Time.GetUtcNow().AddHours(hours), Time.LocalTimeZone).DateTime;
        _until = local.AddTicks(-(local.Ticks % TimeSpan.TicksPerMinute));
        _isWrong = false;
    }

    private Task BeginAsync()
    {
        var (now, until) = (Time.GetUtcNow(), LocalDay.Moment(_until, Time.LocalTimeZone));
        _isWrong = until <= now || until - now > Longest;
        return _isWrong ? Task.CompletedTask : MakeAsync(until, count => count == 1
            ? Texts["OneMaintained", LocalTime.ExactMinute(until, Time)]
            : Texts["Maintained", Number(count), LocalTime.ExactMinute(until, Time)]);
    }

    private Task EndAsync() => MakeAsync(null, count => count == 1 ? Texts["OneMaintenanceEnded"] : Texts["MaintenanceEnded", Number(count)]);

    private async Task MakeAsync(DateTimeOffset? until, Func<int, string> said)
    {
        _saving = true;
        var isStored = await Change.MakeAsync(edits => edits.MaintainAsync(Sns, until, CancellationToken.None), said);
        _saving = false;
        if (isStored)
        {
            await OnChanged.InvokeAsync();
            await OnClose.InvokeAsync();
        }
    }

    private Task KeyAsync(KeyboardEventArgs key) => key.Key == "Escape" ? OnClose.InvokeAsync() : Task.CompletedTask;
}
