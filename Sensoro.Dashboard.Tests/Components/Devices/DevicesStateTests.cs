using Sensoro.Dashboard.Components.Devices;
using Sensoro.Dashboard.Live;
using Sensoro.Dashboard.Storage;
using Sensoro.Domain.Devices;
using static Sensoro.Dashboard.Tests.Components.Devices.FleetDevice;

namespace Sensoro.Dashboard.Tests.Components.Devices;

public sealed class DevicesStateTests
{
    private static readonly TimeSpan LongEnough = DevicesState.Pace;

    [Fact]
    public void Apply_OfANewerSnapshot_ChangesTheRowWhereItStands()
    {
        var state = Shown(Of("A", 5), Of("B", 5));
        var rows = state.Rows.ToArray();

        state.Apply(News(Of("B", 6, temperature: 30, severity: AlarmSeverity.Alarm)), Noon);

        Assert.Equal(rows, state.Rows);
        Assert.Equal(6, rows[1].Device.LastMessageId);
        Assert.Equal(AlarmSeverity.Alarm, rows[1].Device.Severity);
    }

    [Fact]
    public void Apply_OfAnOlderSnapshot_ChangesNothing()
    {
        var state = Shown(Of("A", 5));

        state.Apply(News(Of("A", 4, temperature: 99)), Noon);

        Assert.Equal(5, Assert.Single(state.Rows).Device.LastMessageId);
    }

    [Fact]
    public void Show_AfterNewsDuringTheRead_KeepsTheNews()
    {
        var state = new DevicesState();

        state.BeginRead(Noon);
        state.Apply(News(Of("A", 8)), Noon);
        state.Show(0, new Page<DeviceSnapshot>([Of("A", 7)], 1));
        state.EndRead();

        Assert.Equal(8, Assert.Single(state.Rows).Device.LastMessageId);
    }

    [Fact]
    public void Show_AfterTheReadThatTheNewsBelongedTo_TrustsTheDatabase()
    {
        var state = new DevicesState();
        state.BeginRead(Noon);
        state.Apply(News(Of("A", 8)), Noon);
        state.EndRead();

        Show(state, Of("A", 7));

        Assert.Equal(7, Assert.Single(state.Rows).Device.LastMessageId);
    }

    [Fact]
    public void Show_Again_KeepsTheRowsThatStay()
    {
        var state = Shown(Of("A"), Of("B"));
        var kept = state.Rows[1];

        Show(state, Of("B", 2), Of("C"));

        Assert.Same(kept, state.Rows[0]);
        Assert.Equal(2, kept.Device.LastMessageId);
    }

    [Fact]
    public void Apply_OfADeviceThatIsNew_WantsOneReadPerPace()
    {
        var state = Shown(Of("A"));

        state.Apply(News(Of("B")), Noon);

        Assert.False(state.IsReloadDue(Noon));
        Assert.True(state.IsReloadDue(Noon + LongEnough));
        state.BeginRead(Noon + LongEnough);
        Assert.False(state.IsReloadDue(Noon + (10 * LongEnough)));
    }

    [Fact]
    public void Apply_DuringARead_WantsAnother()
    {
        var state = Shown(Of("A"));

        state.BeginRead(Noon);
        state.Apply(News(Of("B")) with { Counts = Counts(0, 0, 0, 0, 2) }, Noon);
        state.Show(0, new Page<DeviceSnapshot>([Of("A")], 1));
        state.EndRead();

        Assert.True(state.IsReloadDue(Noon + LongEnough));
    }

    [Fact]
    public void Apply_OfADeviceBeyondTheWindow_WantsNoRead()
    {
        var state = new DevicesState();
        state.BeginRead(Noon);
        state.Show(0, new Page<DeviceSnapshot>([Of("A")], 500));
        state.EndRead();

        state.Apply(News(Of("Z", 9)), Noon);

        Assert.False(state.IsReloadDue(Noon + LongEnough));
    }

    [Fact]
    public void Apply_OfARowThatLeavesTheFilter_WantsARead()
    {
        var state = new DevicesState();
        state.Narrow(new DeviceListFilter { View = DeviceView.LowBattery });
        Show(state, Of("A", battery: 5));

        state.Apply(News(Of("A", 2, battery: 100)), Noon);

        Assert.True(state.IsReloadDue(Noon + LongEnough));
        Assert.Single(state.Rows);
    }

    [Theory]
    [InlineData(DeviceSort.StatusThenSn, true)]
    [InlineData(DeviceSort.Name, false)]
    public void Apply_OfMovedStates_WantsAReadOnlyWhereTheyDecide(DeviceSort sort, bool wanted)
    {
        var state = new DevicesState { Counts = Counts(0, 0, 0, 0, 9) };
        state.Narrow(new DeviceListFilter { Sort = sort });
        Show(state, Of("A"));

        state.Apply(new FeedUpdate { Cursor = 1, Counts = Counts(0, 0, 1, 0, 8) }, Noon);

        Assert.Equal(wanted, state.IsReloadDue(Noon + LongEnough));
    }

    [Fact]
    public void Apply_OfALargerFleet_WantsAReadInAnyOrder()
    {
        var state = new DevicesState { Counts = Counts(0, 0, 0, 0, 9) };
        state.Narrow(new DeviceListFilter { Sort = DeviceSort.Name });
        Show(state, Of("A"));

        state.Apply(new FeedUpdate { Cursor = 1, Counts = Counts(0, 0, 0, 0, 10) }, Noon);

        Assert.True(state.IsReloadDue(Noon + LongEnough));
    }

    [Fact]
    public void NeedSomeone_CountsAlarmsAndMalfunctions() => Assert.Equal(5, new DevicesState { Counts = Counts(2, 3, 4, 5, 6) }.NeedSomeone);

    [Fact]
    public void Narrow_ToTheSameFilter_NeedsNoRead()
    {
        var state = new DevicesState();

        Assert.True(state.Narrow(new DeviceListFilter { Search = "a" }));
        Assert.False(state.Narrow(new DeviceListFilter { Search = "a" }));
    }

    [Fact]
    public void Move_FromNowhere_StartsAtTheFirstRowAndStopsAtTheEnds()
    {
        var state = Shown(Of("A"), Of("B"));

        Assert.Equal(["A", "B", null, "A", null], new[] { 1, 1, 1, -1, -1 }.Select(step => state.Move(step)?.Sn), StringComparer.Ordinal);
        Assert.Equal("A", state.Selected);
    }

    [Fact]
    public void Move_WhenTheWindowHasMovedOn_StartsInView()
    {
        var state = Shown(Of("A"));
        state.Move(1);
        state.Show(100, new Page<DeviceSnapshot>([.. Enumerable.Range(0, 20).Select(i => Of($"R{i:00}"))], 500));

        Assert.Equal($"R{DevicesState.Overscan + 1:00}", state.Move(1)?.Sn);
    }

    [Fact]
    public void IsNew_AnHourAfterTheFirstPush_Ends()
    {
        var row = new DeviceListRow(Of("A") with { FirstSeenAt = Noon });

        Assert.True(row.IsNew(Noon.AddMinutes(59)));
        Assert.False(row.IsNew(Noon.AddMinutes(60)));
    }

    private static DevicesState Shown(params DeviceSnapshot[] devices)
    {
        var state = new DevicesState();
        Show(state, devices);
        return state;
    }

    private static void Show(DevicesState state, params DeviceSnapshot[] devices)
    {
        state.BeginRead(Noon);
        state.Show(0, new Page<DeviceSnapshot>(devices, devices.Length));
        state.EndRead();
    }

    private static FeedUpdate News(params DeviceSnapshot[] devices) =>
        new() { Cursor = devices.Max(device => device.LastMessageId), Devices = [.. devices.Select(device => new DeviceChange(device, [], IsNew: false))] };
}
