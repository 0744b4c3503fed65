using Sensoro.Dashboard.Tests.Storage;

namespace Sensoro.Dashboard.Tests.Projection;

/// <summary>What becomes of readings that are late, repeated, or older than what is kept.</summary>
public sealed class RollupTests
{
    private static readonly DateTimeOffset Noon = Messages.Noon;

    [Fact]
    public async Task Rollups_OfOneHour_TellSmallestLargestSumCountFirstAndLast()
    {
        await using var storage = Folding.NewStorage();

        storage.Fold(Temperature("1", 20, 0), Temperature("2", 18, 10));
        storage.Fold(Temperature("3", 25, 20), Temperature("4", 21, 30));
        storage.Fold(Temperature("5", 22, 70));

        Assert.Equal([$"A|temperature|{At(0)}|18|25|84|4|20|21", $"A|temperature|{At(60)}|22|22|22|1|22|22"], storage.Rollups("readings_hourly"), StringComparer.Ordinal);
        Assert.Equal([$"A|temperature|{At(-720)}|18|25|106|5|20|22"], storage.Rollups("readings_daily"), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Rollups_OfALateReading_HaveItInItsPlace()
    {
        await using var storage = Folding.NewStorage();
        storage.Fold(Temperature("1", 20, 10), Temperature("2", 21, 20));

        storage.Fold(Temperature("3", 30, 5), Temperature("4", 40, 15));

        Assert.Equal([$"A|temperature|{At(0)}|20|40|111|4|30|21"], storage.Rollups("readings_hourly"), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Rollups_OfARepeatedTime_CountTheLastValueOnce()
    {
        await using var storage = Folding.NewStorage();
        storage.Fold(Temperature("1", 20, 10), Temperature("2", 21, 20));

        storage.Fold(Temperature("3", 5, 20));

        Assert.Equal([$"A|temperature|{At(0)}|5|20|25|2|20|5"], storage.Rollups("readings_hourly"), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Rollups_OfANumberThatBecameText_AreGone()
    {
        await using var storage = Folding.NewStorage();
        storage.Fold(Messages.Sensor("A", "1", """{"flux":1}""", Noon));

        storage.Fold(Messages.Sensor("A", "2", """{"flux":"none"}""", Noon));

        Assert.Empty(storage.Rollups("readings_hourly"));
        Assert.Empty(storage.Rollups("readings_daily"));
    }

    [Fact]
    public async Task Reading_OfAnInvertedAlarm_IsStoredByItsState()
    {
        await using var storage = Folding.NewStorage();

        storage.Fold(Messages.Sensor("A", "1", """{"door":0}""", Noon), Messages.Sensor("A", "2", """{"door":1}""", Noon.AddMinutes(1)));

        Assert.Equal([1.0, 0.0], SqliteReading.Column<double>(storage.StateFile, "SELECT value FROM readings ORDER BY at"));
    }

    [Theory]
    [InlineData(120_000, null)]
    [InlineData(121_000, 121L)]
    [InlineData(86_400_000, 86_400L)]
    public async Task Reading_ByItsDelay_IsMarkedLate(int milliseconds, long? lateBy)
    {
        await using var storage = Folding.NewStorage();

        storage.Fold(Messages.Sensor("A", "1", """{"temperature":1}""", Noon, Noon.AddMilliseconds(milliseconds)));

        Assert.Equal([$"{lateBy}"], SqliteReading.Rows(storage.StateFile, "SELECT late_by FROM readings"), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Reading_FromBeforeWhatIsKept_GoesIntoTheRollupsAlone()
    {
        await using var storage = Folding.NewStorage();
        storage.Fold(Temperature("1", 20, 10), Temperature("2", 21, 1440));
        SqliteReading.Execute(storage.StateFile, $"INSERT INTO retention (id, readings_from) VALUES (1, {At(720)})");
        SqliteReading.Execute(storage.StateFile, $"DELETE FROM readings WHERE at < {At(720)}");

        storage.Fold(Temperature("3", 30, 5), Temperature("4", 10, 65), Temperature("5", 22, 1450));

        Assert.Equal([At(1440), At(1450)], SqliteReading.Column<long>(storage.StateFile, "SELECT at FROM readings ORDER BY at"));
        Assert.Equal(
            [$"A|temperature|{At(0)}|20|30|50|2|20|20", $"A|temperature|{At(60)}|10|10|10|1|10|10", $"A|temperature|{At(1440)}|21|22|43|2|21|22"],
            storage.Rollups("readings_hourly"),
            StringComparer.Ordinal);
        Assert.Equal(
            [$"A|temperature|{At(-720)}|10|30|60|3|20|20", $"A|temperature|{At(720)}|21|22|43|2|21|22"],
            storage.Rollups("readings_daily"),
            StringComparer.Ordinal);
    }

    private static Domain.Ledger.NewMessage Temperature(string msgId, int value, int minute) =>
        Messages.Sensor("A", msgId, $$"""{"temperature":{{value}}}""", Noon.AddMinutes(minute));

    private static long At(int minute) => Noon.AddMinutes(minute).ToUnixTimeMilliseconds();
}
