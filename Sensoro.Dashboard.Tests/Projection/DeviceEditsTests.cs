using Microsoft.Extensions.DependencyInjection;
using Sensoro.Dashboard.Projection;
using Sensoro.Dashboard.Storage;
using Sensoro.Dashboard.Tests.Storage;
using Sensoro.Domain.Devices;
using Stored = Sensoro.Dashboard.Tests.Storage.Messages;

namespace Sensoro.Dashboard.Tests.Projection;

/// <summary>What staff say about devices, beside what their pushes say.</summary>
public sealed class DeviceEditsTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Label_OfKnownDevices_IsFoundByNameAndTagAndCanBeTakenBack()
    {
        await using var storage = Folding.NewStorage();
        storage.Fold(Stored.Sensor("A1", "1"), Stored.Sensor("A2", "2"), Stored.Sensor("B1", "3"));
        var (edits, devices) = (storage.Get<DeviceEdits>(), storage.Get<DeviceQueries>());

        var undo = await edits.LabelAsync(["A1", "A2", "UNKNOWN"], static _ => Labels("Cold store", "cold chain", "7"), Cancelled);

        Assert.Equal(["A1", "A2"], undo.Select(static edit => edit.Sn).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Equal("A1 A2", await SnsAsync(devices, new DeviceFilter { Search = "store", Sort = DeviceSort.Sn }));
        Assert.Equal("A1 A2", await SnsAsync(devices, new DeviceFilter { Tag = "COLD chain", Sort = DeviceSort.Sn }));
        Assert.Equal("A1 A2", await SnsAsync(devices, new DeviceFilter { Tag = "7", Status = DeviceStatus.Lost, Sort = DeviceSort.Sn }));
        Assert.Empty(await SnsAsync(devices, new DeviceFilter { Tag = "cold" }));
        Assert.Equal(["7", "cold chain"], await devices.TagsAsync(Cancelled), StringComparer.Ordinal);

        await edits.ApplyAsync(undo, Cancelled);
        Assert.Empty(await SnsAsync(devices, new DeviceFilter { Tag = "cold chain" }));
        Assert.Empty(await devices.TagsAsync(Cancelled));
        Assert.Equal((null, 2), (await devices.FindAsync("A1", Cancelled)) is { } device ? (device.Name, device.Revision) : default);
    }

    [Fact]
    public async Task Label_ThatChangesNothing_IsNoRevision()
    {
        await using var storage = Folding.NewStorage();
        storage.Fold(Stored.Sensor("A1", "1"));
        var edits = storage.Get<DeviceEdits>();
        await edits.LabelAsync(["A1"], static _ => Labels("Same"), Cancelled);

        Assert.Empty(await edits.LabelAsync(["A1"], static labels => labels, Cancelled));
        Assert.Equal(1, storage.InState<long>("SELECT revision FROM devices"));
    }

    [Fact]
    public async Task Fold_BetweenAnEditAndItsReading_KeepsWhatStaffSaid()
    {
        await using var storage = Folding.NewStorage();
        storage.Fold(Stored.Sensor("A1", "1", """{"lonlat":[116.4,39.9]}"""));
        await storage.Get<DeviceEdits>().ApplyAsync([Placed("A1", 121.47, 31.23) with { Labels = Labels("Named", "t") }], Cancelled);

        // The projection still remembers the device as it was.
        storage.Fold(Stored.Sensor("A1", "2", """{"lonlat":[100.1,20.2]}""", Stored.Noon.AddMinutes(1)));

        var device = await storage.Get<DeviceQueries>().FindAsync("A1", Cancelled);
        Assert.Equal(("Named", new GeoPoint(121.47, 31.23), PositionSource.Manual), (device?.Name, device?.Position?.Raw, device?.Position?.Source));
    }

    [Fact]
    public async Task Position_GivenBack_IsTheNextFix()
    {
        await using var storage = Folding.NewStorage();
        storage.Fold(Stored.Sensor("A1", "1"));
        var edits = storage.Get<DeviceEdits>();
        await edits.ApplyAsync([Placed("A1", 121.47, 31.23)], Cancelled);
        storage.Get<LogFold>().Reread(["A1"]);
        storage.Fold(Stored.Sensor("A1", "2", """{"lonlat":[116.4,39.9]}""", Stored.Noon.AddMinutes(1)));
        Assert.Equal(121.47, storage.InState<double>("SELECT longitude FROM devices"));

        await edits.ApplyAsync([new DeviceEdit("A1") { Place = new PlaceChange(null) }], Cancelled);
        storage.Get<LogFold>().Reread(["A1"]);
        storage.Fold(Stored.Sensor("A1", "3", """{"lonlat":[100.1,20.2]}""", Stored.Noon.AddMinutes(2)));

        Assert.Equal(100.1, storage.InState<double>("SELECT longitude FROM devices"));
    }

    /// <summary>It once went round and round until the next change, and took a processor for it.</summary>
    [Fact]
    public async Task Take_AfterAChangeOfNoDevice_StandsStillUntilTheNext()
    {
        var edited = new EditedDevices();
        edited.Add([]);
        var begun = new TaskCompletionSource<Task<IReadOnlyCollection<string>>>(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() => begun.SetResult(edited.TakeAsync(Cancelled))) { IsBackground = true }.Start();

        try
        {
            var taking = await begun.Task.WaitAsync(TimeSpan.FromSeconds(20), Cancelled);
            Assert.False(taking.IsCompleted);
            edited.Add(["A"]);
            Assert.Equal(["A"], await taking);
        }
        finally
        {
            edited.Add(["the end"]);
        }
    }

    [Fact]
    public async Task Reread_OfEditedDevices_TellsWhatIsNewWithTheOldCursor()
    {
        await using var storage = Folding.NewStorage();
        var before = storage.Fold(Stored.Sensor("A1", "1"));
        await storage.Get<DeviceEdits>().LabelAsync(["A1"], static _ => Labels("Named"), Cancelled);
        var taken = await storage.Get<EditedDevices>().TakeAsync(Cancelled);

        var update = storage.Get<LogFold>().Reread(taken);

        var (told, known) = (Assert.Single(update.Devices).Device, before.Devices[0].Device);
        Assert.Equal((before.Cursor, "Named"), (update.Cursor, told.Name));
        Assert.True(told.IsNewerThan(known));
        Assert.False(known.IsNewerThan(told));
        Assert.Equal("A1", Assert.Single(await storage.Get<DeviceQueries>().ChangedSinceAsync(update.Cursor, 10, Cancelled)).Sn);
    }

    [Fact]
    public async Task Rebuild_AfterEdits_KeepsThem()
    {
        await using var storage = Folding.NewStorage();
        storage.Fold(Stored.Sensor("A1", "1"));
        await storage.Get<DeviceEdits>().ApplyAsync([Placed("A1", 121.47, 31.23) with { Labels = Labels("Named", "t") }], Cancelled);

        using var said = new StringWriter();
        await storage.Get<ProjectionRebuild>().RunAsync(said, Cancelled);

        var device = await storage.Get<DeviceQueries>().FindAsync("A1", Cancelled);
        Assert.Equal(("Named", "t", 121.47), (device?.Name, device?.Tags[0], device?.Position?.Raw.Longitude));
    }

    [Fact]
    public async Task Apply_OfTooMany_ChangesNothing()
    {
        await using var storage = Folding.NewStorage();

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() =>
            storage.Get<DeviceEdits>().LabelAsync([.. Enumerable.Range(0, DeviceEdits.MostAtOnce + 1).Select(static i => $"{i}")], static labels => labels, Cancelled));
    }

    private static DeviceLabels Labels(string name, params string[] tags)
    {
        Assert.Equal(LabelFault.None, DeviceLabels.TryCreate(name, tags, out var labels));
        return labels;
    }

    private static DeviceEdit Placed(string sn, double longitude, double latitude) =>
        new(sn) { Place = new PlaceChange(new DevicePosition(new GeoPoint(longitude, latitude), CoordinateSystem.Wgs84, Stored.Noon, PositionSource.Manual)) };

    private static async Task<string> SnsAsync(DeviceQueries devices, DeviceFilter filter)
    {
        var page = await devices.ListAsync(filter, 0, 50, Cancelled);
        Assert.Equal(page.Items.Count, page.Total);
        return string.Join(' ', page.Items.Select(static device => device.Sn));
    }
}
