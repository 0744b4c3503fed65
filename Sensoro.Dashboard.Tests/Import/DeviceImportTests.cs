using System.Text;
using Sensoro.Dashboard.Export;
using Sensoro.Dashboard.Import;
using Sensoro.Dashboard.Storage;
using Sensoro.Dashboard.Tests.Projection;
using Sensoro.Dashboard.Tests.Storage;
using Sensoro.Domain.Devices;
using Stored = Sensoro.Dashboard.Tests.Storage.Messages;

namespace Sensoro.Dashboard.Tests.Import;

/// <summary>What a file of devices changes.</summary>
public sealed class DeviceImportTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Plan_OfAFile_TellsNewFromChangedFromKnown()
    {
        await using var storage = Folding.NewStorage();
        storage.Fold(Stored.Sensor("A1", "1", """{"lonlat":[116.4,39.9]}"""), Stored.Sensor("A2", "2"));

        var plan = await PlanAsync(storage, "sn,name,lon,lat\na1,Gate,,\nA2,,,\nP1,Annex,121.5,31.2\n");

        Assert.Equal("A1 Changes,A2 Nothing,P1 Adds", string.Join(',', plan.Select(static change => $"{change.Edit?.Sn ?? change.Line.Sn} {change.Kind}")));
    }

    [Fact]
    public async Task Plan_WithoutNewDevices_LeavesThemOut()
    {
        await using var storage = Folding.NewStorage();

        Assert.Equal(PlannedChangeKind.Nothing, Assert.Single(await PlanAsync(storage, "sn\nP1\n", adds: false)).Kind);
    }

    [Fact]
    public async Task File_Imported_IsWhatIsStoredAndImportedAgainChangesNothing()
    {
        const string File = "sn,name,tags,lon,lat,datum\nA1,Gate,north; night,,,\nP1,Annex,,121.5,31.2,WGS-84\n";
        await using var storage = Folding.NewStorage();
        storage.Fold(Stored.Sensor("A1", "1"));

        await storage.Get<DeviceEdits>().ApplyAsync(Edits(await PlanAsync(storage, File)), Cancelled);

        var devices = storage.Get<DeviceQueries>();
        var (known, entered) = (await devices.FindAsync("A1", Cancelled), await devices.FindAsync("P1", Cancelled));
        Assert.Equal(("Gate", "north|night"), (known?.Name, string.Join('|', known?.Tags ?? [])));
        Assert.Equal(("Annex", new GeoPoint(121.5, 31.2), CoordinateSystem.Wgs84), (entered?.Name, entered?.Position?.Raw, entered?.Position?.Datum));
        Assert.All(await PlanAsync(storage, File), static change => Assert.Equal(PlannedChangeKind.Nothing, change.Kind));
    }

    [Fact]
    public async Task PresentList_BroughtBack_ChangesNothingAndNailsNothingDown()
    {
        await using var storage = Folding.NewStorage();
        storage.Fold(Stored.Sensor("A1", "1", """{"lonlat":[116.4,39.9]}"""), Stored.Sensor("A2", "2"));
        await storage.Get<DeviceEdits>().ApplyAsync(Edits(await PlanAsync(storage, "sn,name,tags,lon,lat\nA2,=HYPERLINK(1),a;b,121.5,31.2\nP1,\"comma, quote \"\"\",,,\n")), Cancelled);

        using var list = new MemoryStream();
        await DeviceListFile.WriteAsync(list, storage.Get<DeviceQueries>(), Cancelled);

        var text = Encoding.UTF8.GetString(list.ToArray());
        Assert.Contains("A2,'=HYPERLINK(1),a; b,121.5,31.2,GCJ-02,", text, StringComparison.Ordinal);
        Assert.Contains("A1,,,,,,", text, StringComparison.Ordinal);
        var plan = await PlanAsync(storage, text);
        Assert.Equal("A1 A2 P1", string.Join(' ', plan.Select(static change => change.Line.Sn)));
        Assert.All(plan, static change => Assert.Equal(PlannedChangeKind.Nothing, change.Kind));
    }

    private static IReadOnlyList<DeviceEdit> Edits(IEnumerable<PlannedChange> plan) => [.. plan.Select(static change => change.Edit).OfType<DeviceEdit>()];

    private static Task<IReadOnlyList<PlannedChange>> PlanAsync(TemporaryStorage storage, string text, bool adds = true)
    {
        var file = DeviceFileReader.Read(Encoding.UTF8.GetBytes(text));
        _ = storage.State;
        Assert.True(file.IsUsable, $"{file.Fault} {string.Join(' ', file.Wrong)}");
        return new DeviceImport(storage.Get<DeviceQueries>(), storage.Get<TimeProvider>()).PlanAsync(file, CoordinateSystem.Gcj02, adds, Cancelled);
    }
}
