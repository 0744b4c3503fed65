using System.Numerics;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using Sensoro.Dashboard.Storage;
using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Components.Devices;

/// <summary>The table of devices. It draws what <see cref="DevicesState"/> holds and asks for the rows that come into view.</summary>
public sealed partial class DeviceGrid
{
    /// <summary>Tags beside a name; the others are on the device's own page.</summary>
    private const int ShownTags = 2;

    /// <summary>Pixels of a row, as the token <c>--row</c> of each density says; where a finger points it is higher, which the list measures.</summary>
    private const int CompactRow = 36;

    private const int ComfortableRow = 48;

    /// <summary>The box to tick, the state and the SN.</summary>
    private const int FixedColumns = 3;

    private MudDataGrid<DeviceListRow>? _grid;
    private DeviceListRow? _toFocus;

    [Inject]
    public required TimeProvider Time { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Parameter, EditorRequired]
    public required DevicesState State { get; set; }

    /// <summary>Which columns there are and how close the rows stand. The grid does not follow a change of its columns: it needs a new one.</summary>
    [Parameter, EditorRequired]
    public required DeviceListLook Look { get; set; }

    /// <summary>Reads a window of rows.</summary>
    [Parameter, EditorRequired]
    public required Func<GridStateVirtualize<DeviceListRow>, CancellationToken, Task<GridData<DeviceListRow>>> Read { get; set; }

    [Parameter, EditorRequired]
    public EventCallback<DeviceSort> OnSort { get; set; }

    [Parameter, EditorRequired]
    public EventCallback OnClear { get; set; }

    /// <summary>What is chosen has changed.</summary>
    [Parameter]
    public EventCallback OnChosen { get; set; }

    private bool AreAllChosen => State.Rows.Count > 0 && State.Rows.All(row => State.IsChosen(row.Sn));

    private int ColumnCount => FixedColumns + BitOperations.PopCount((uint)Look.ShownColumns);

    private DateTimeOffset Now => Time.GetUtcNow();

    /// <summary>Reads the rows in view again, where the reader is.</summary>
    public Task ReloadAsync() => _grid?.ReloadServerData() ?? Task.CompletedTask;

    /// <summary>Moves the focus by rows.</summary>
    public void Move(int step)
    {
        _toFocus = State.Move(step) ?? _toFocus;
        StateHasChanged();
    }

    protected override void OnAfterRender(bool firstRender) => _toFocus = null;

    private string RowClass(DeviceListRow row, int index) =>
        (row.Device.Severity == AlarmSeverity.Alarm ? "rail " : "") + (row.Sn == State.Selected || State.IsChosen(row.Sn) ? "sel" : "");

    /// <summary>On a phone only a battery that needs attention is worth its line.</summary>
    private string BatteryClass(DeviceListRow row) =>
        $"c-battery {GivingWay("c-mid")}{(row.Device.Battery is { } battery && BatteryLevel.IsLow(battery) ? " low" : null)}";

    /// <summary>Of the usual columns some are left out in a narrow window; what somebody has chosen is shown, if need be by scrolling.</summary>
    private string? GivingWay(string where) => Look.Columns is null ? where : null;

    private bool IsReachable(DeviceListRow row) =>
        State.Rows.Any(shown => shown.Sn == State.Selected) ? row.Sn == State.Selected : State.Rows is [var first, ..] && ReferenceEquals(row, first);

    private Task ChooseAsync(string sn, ChangeEventArgs change)
    {
        State.Choose(sn, change.Value is true);
        return OnChosen.InvokeAsync();
    }

    private Task ChooseInViewAsync(ChangeEventArgs change)
    {
        foreach (var row in State.Rows)
        {
            State.Choose(row.Sn, change.Value is true);
        }

        return OnChosen.InvokeAsync();
    }

    private void Reached(DeviceListRow row) => State.Selected = row.Sn;

    /// <summary>With a modifier the click means something to the browser: a selection, a new tab.</summary>
    private void Open(DataGridRowClickEventArgs<DeviceListRow> click)
    {
        if (click.MouseEventArgs is { CtrlKey: false, MetaKey: false, ShiftKey: false, Button: 0 })
        {
            Navigation.NavigateTo($"/devices/{Uri.EscapeDataString(click.Item.Sn)}");
        }
    }
}
