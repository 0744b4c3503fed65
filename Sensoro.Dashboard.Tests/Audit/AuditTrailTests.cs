using System.Globalization;
using Microsoft.Data.Sqlite;
using Sensoro.Dashboard.Access;
using Sensoro.Dashboard.Storage;
using Sensoro.Dashboard.Storage.Audit;
using Sensoro.Dashboard.Storage.Sqlite;
using Sensoro.Dashboard.Tests.Projection;
using Sensoro.Dashboard.Tests.Storage;
using Sensoro.Domain.Audit;
using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Tests.Audit;

/// <summary>The trail in its table: append-only, whole, and one with the change it tells of.</summary>
public sealed class AuditTrailTests
{
    private const string Untie = "DROP TRIGGER audit_keeps_entries; DROP TRIGGER audit_keeps_words;";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Append_OfManyAtOnce_MakesOneWholeChain()
    {
        await using var storage = Ready();
        var trail = storage.Get<AuditTrail>();

        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(() => trail.Append(AuditAction.Export, i.ToString(CultureInfo.InvariantCulture)))));

        var found = await storage.Get<AuditInspector>().InspectAsync(Cancelled);
        Assert.Equal((40L, true), (found.Count, found.IsWhole));
    }

    [Theory]
    [InlineData("UPDATE audit SET actor = 'x' WHERE id = 2")]
    [InlineData("DELETE FROM audit WHERE id = 2")]
    public async Task Table_ForWhoeverWouldChangeIt_Refuses(string statement)
    {
        await using var storage = WithEntries(3);

        Assert.Throws<SqliteException>(() => SqliteReading.Execute(storage.StateFile, statement));
        Assert.True((await storage.Get<AuditInspector>().InspectAsync(Cancelled)).IsWhole);
    }

    [Theory]
    [InlineData("UPDATE audit SET target = 'x' WHERE id = 2", 2, AuditFaultKind.Edited)]
    [InlineData("UPDATE audit SET at = at + 1 WHERE id = 3", 3, AuditFaultKind.Edited)]
    [InlineData("DELETE FROM audit WHERE id = 2", 3, AuditFaultKind.Removed)]
    [InlineData("DELETE FROM audit WHERE id >= 4", 5, AuditFaultKind.CutOff)]
    [InlineData("UPDATE audit SET id = 100 WHERE id = 2; UPDATE audit SET id = 2 WHERE id = 3; UPDATE audit SET id = 3 WHERE id = 100", 2, AuditFaultKind.Reordered)]
    public async Task Inspection_OfATrailThatWasChangedAllTheSame_NamesTheEntry(string statement, long id, AuditFaultKind kind)
    {
        await using var storage = WithEntries(5);
        SqliteReading.Execute(storage.StateFile, Untie + statement);

        var found = await storage.Get<AuditInspector>().InspectAsync(Cancelled);

        Assert.False(found.IsWhole);
        Assert.Equal(new AuditFault(id, kind), found.Faults[0]);
    }

    [Fact]
    public async Task Edit_OfADevice_IsWrittenDownWithWhatItWasBefore()
    {
        await using var storage = Ready();
        storage.Fold(Messages.Sensor("SN1", "1"));

        await storage.Get<DeviceEdits>().LabelAsync(["SN1"], static _ => Labels("Boiler room", "east"), Cancelled);
        await storage.Get<DeviceEdits>().LabelAsync(["SN1"], static _ => Labels("Attic", "east"), Cancelled);

        var entries = await storage.Get<AuditQueries>().NewestAsync(new AuditFilter { Action = "device_edit" }, null, 10, Cancelled);
        Assert.Equal(2, entries.Count);
        Assert.All(entries, static link => Assert.Equal("SN1", link.Entry.Target));
        Assert.Contains("Boiler room", entries[0].Entry.Before, StringComparison.Ordinal);
        Assert.Contains("Attic", entries[0].Entry.After, StringComparison.Ordinal);
        Assert.DoesNotContain("Boiler room", entries[1].Entry.Before, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Edit_ThatIsNotKept_LeavesNoEntry()
    {
        await using var storage = Ready();
        storage.Fold(Messages.Sensor("SN1", "1"));
        SqliteReading.Execute(storage.StateFile, "CREATE TRIGGER full BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'no room'); END");

        await Assert.ThrowsAnyAsync<Exception>(() => storage.Get<DeviceEdits>().LabelAsync(["SN1"], static _ => Labels("Attic"), Cancelled));

        Assert.Equal(0, storage.InState<long>("SELECT count(*) FROM devices WHERE name IS NOT NULL"));
        Assert.Equal(0, storage.InState<long>("SELECT count(*) FROM audit"));
    }

    [Fact]
    public async Task Entry_OfSomebodySignedIn_SaysWhoAndFromWhere()
    {
        await using var storage = Ready();
        await Task.Run(
            async () =>
            {
                Acting.As(new Actor("7", "lin.wei", static () => Role.Administrator) { Address = "192.0.2.7" });
                storage.Get<AuditTrail>().Append(AuditAction.Backup, "data");
            },
            Cancelled);

        var entry = Assert.Single(await storage.Get<AuditQueries>().NewestAsync(new AuditFilter { Search = "192.0.2" }, null, 10, Cancelled)).Entry;
        Assert.Equal(("lin.wei", "7", "192.0.2.7"), (entry.Actor, entry.ActorId, entry.Address));
    }

    [Fact]
    public async Task Entries_ForAnOperator_AreRefused()
    {
        await using var storage = WithEntries(1);

        await Task.Run(
            async () =>
            {
                Acting.As(new Actor("7", "lin.wei", static () => Role.Operator));
                await Assert.ThrowsAsync<AccessDeniedException>(() => storage.Get<AuditQueries>().NewestAsync(new AuditFilter(), null, 10, Cancelled));
            },
            Cancelled);
    }

    [Fact]
    public async Task Entry_WithAnEndlessText_IsCut()
    {
        await using var storage = Ready();

        storage.Get<AuditTrail>().Append(AuditAction.SignInRefused, new string('x', 100_000));

        var entry = Assert.Single(await storage.Get<AuditQueries>().NewestAsync(new AuditFilter(), null, 10, Cancelled)).Entry;
        Assert.InRange(entry.Target.Length, 1_000, 3_000);
    }

    private static DeviceLabels Labels(string name, params string[] tags) =>
        DeviceLabels.TryCreate(name, tags, out var labels) == LabelFault.None ? labels : throw new InvalidOperationException("These are no labels.");

    /// <summary>A storage whose files are made.</summary>
    private static TemporaryStorage Ready()
    {
        var storage = Folding.NewStorage();
        storage.Get<SqliteDatabase>().EnsureReady();
        return storage;
    }

    private static TemporaryStorage WithEntries(int count)
    {
        var storage = Ready();
        for (var i = 0; i < count; i++)
        {
            storage.Get<AuditTrail>().Append(AuditAction.Export, i.ToString(CultureInfo.InvariantCulture), "before", "after");
        }

        return storage;
    }
}
