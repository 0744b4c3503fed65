using Sensoro.Dashboard.Components.Map;
using Sensoro.Dashboard.Live;
using Sensoro.Dashboard.Storage;
using Sensoro.Domain.Devices;
using static Sensoro.Dashboard.Tests.Components.Device.SampleDevice;

namespace Sensoro.Dashboard.Tests.Components.Map;

public sealed class MapStateTests
{
    [Fact]
    public void MapState_NoMapYet_ListsEveryPlacedDeviceWorstFirst()
    {
        var state = Loaded();

        Assert.Equal(["SMOKE", "TAMPER", "LOST", "FINE"], Sns(state.Rows(Noon)));
    }

    [Fact]
    public void MapState_View_ListsOnlyWhatTheMapShows()
    {
        var state = Loaded();
        state.InView = ["FINE", "SMOKE", "HIDDEN", "NOBODY"];

        Assert.Equal(["SMOKE", "FINE", "HIDDEN"], Sns(state.Rows(Noon)));
    }

    [Fact]
    public void MapState_EmptyView_ListsNothing()
    {
        var state = Loaded();
        state.InView = [];

        Assert.Empty(state.Rows(Noon));
    }

    [Fact]
    public void MapState_DevicesWithoutPosition_AreInTheTrayAndInTheTable()
    {
        var state = Loaded();

        Assert.Equal(["HIDDEN"], Sns(state.WithoutPosition(Noon)));
        Assert.Equal(5, state.All(Noon).Count);
    }

    [Fact]
    public void MapState_TimePasses_DevicesBecomeLateAndLostByThemselves()
    {
        var state = Loaded();
        state.Filter = new MapFilter(null, DeviceStatus.Lost, null);

        Assert.Equal(["LOST"], Sns(state.Rows(Noon)));
        Assert.Equal(["FINE", "LOST"], Sns(state.Rows(Noon.AddMinutes(4))));
    }

    [Fact]
    public void MapState_Filter_NarrowsRowsTrayAndTable()
    {
        var state = Loaded();
        state.Filter = new MapFilter("hid", null, null);

        Assert.Empty(state.Rows(Noon));
        Assert.Equal(["HIDDEN"], Sns(state.WithoutPosition(Noon)));
        Assert.Equal(["HIDDEN"], Sns(state.All(Noon)));
    }

    [Fact]
    public void MapState_OlderNews_AreDropped()
    {
        var state = Loaded();
        var older = Of("FINE", messageId: 0, latest: State("smoke", active: true));

        Assert.False(state.Apply(News(older), Noon));
        Assert.Equal(DeviceStatus.Normal, state.Find("FINE")?.StatusAt(Noon));
    }

    [Fact]
    public void MapState_NewsThatCameBeforeTheSnapshot_SurviveIt()
    {
        var state = new MapState();
        state.Apply(News(Of("FINE", messageId: 9, latest: State("smoke", active: true))), Noon);
        state.Load(Fleet(Of("FINE", messageId: 8)));

        Assert.Equal(DeviceStatus.Alarm, state.Find("FINE")?.StatusAt(Noon));
    }

    [Fact]
    public void MapState_NewDevice_BringsItsTypeAlong()
    {
        var state = Loaded();

        Assert.True(state.Apply(News(Of("NEW") with { DeviceType = "tracker" }), Noon));
        Assert.Equal(["node", "tracker"], state.Types);
        Assert.Equal(6, state.Count);
    }

    [Fact]
    public void MapState_DeviceWithManyValues_KeepsTheFewThatAreShown()
    {
        var state = new MapState();
        state.Load(Fleet(Of("A", latest: [Number("temperature", 1), Number("humidity", 2), Number("light", 3), Number("co", 4), Number("co2", 5), State("door", active: true)])));

        var kept = state.Find("A")?.Latest ?? [];
        Assert.Equal(MapState.KeptValues, kept.Count);
        Assert.Equal("door", kept[0].Metric);
    }

    [Fact]
    public void MapState_DeviceInOrder_TellsWhatItMeasuresBeforeItsStates()
    {
        var state = new MapState();
        state.Load(Fleet(Of("A", latest: [State("door", active: false), State("smoke", active: false), Number("temperature", 4.1)])));

        Assert.Equal("temperature", state.Find("A")?.Latest[0].Metric);
    }

    [Fact]
    public void MapState_AnotherPartOfALargeFleet_TakesThePlaceOfTheFirst()
    {
        var state = new MapState();
        state.Load(Part(30_000, Of("A"), Of("B")));
        state.Load(Part(1, Of("B")));

        Assert.Equal((1, 1, true), (state.Count, state.Total, state.IsPart));
        Assert.Null(state.Find("A"));
    }

    [Fact]
    public void MapState_PartOfALargeFleet_LetsInWhoFitsAndWhoNeedsSomeone()
    {
        var state = new MapState { Filter = new MapFilter(null, null, "node") };
        state.Load(Part(30_000, Of("A")));

        Assert.True(state.Apply(News(Of("FITS")), Noon));
        Assert.False(state.Apply(News(Of("OTHER") with { DeviceType = "tracker" }), Noon));
        Assert.True(state.Apply(News(Of("SMOKE", latest: State("smoke", active: true)) with { DeviceType = "smoke" }), Noon));
        Assert.True(state.Apply(News(Of("A", messageId: 2)), Noon));
    }

    [Fact]
    public void MapState_PlacedDevices_AreCountedInViewOrNot()
    {
        var state = Loaded();
        state.InView = [];

        Assert.Equal(4, state.CountPlaced(Noon));
    }

    private static MapFleet Fleet(params IReadOnlyList<DeviceSnapshot> devices) => new(devices, devices.Count, IsPart: false);

    private static MapFleet Part(int total, params IReadOnlyList<DeviceSnapshot> devices) => new(devices, total, IsPart: true);

    private static MapState Loaded()
    {
        var state = new MapState();
        state.Load(Fleet(
            Of("FINE") with { Position = Place() },
            Of("LOST", heard: Noon.AddMinutes(-10)) with { Position = Place() },
            Of("TAMPER", latest: State("installed", active: true)) with { Position = Place() },
            Of("SMOKE", latest: State("smoke", active: true)) with { Position = Place() },
            Of("HIDDEN")));
        return state;
    }

    private static string[] Sns(IEnumerable<DeviceSnapshot> devices) => [.. devices.Select(device => device.Sn)];

    private static FeedUpdate News(DeviceSnapshot device) => new() { Cursor = device.LastMessageId, Devices = [new DeviceChange(device, [], IsNew: false)] };
}
