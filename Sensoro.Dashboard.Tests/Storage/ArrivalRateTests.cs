using Sensoro.Dashboard.Storage;
using Sensoro.Domain.Ledger;

namespace Sensoro.Dashboard.Tests.Storage;

/// <summary>A stream that has become thin is one incident.</summary>
public sealed class ArrivalRateTests
{
    [Theory]
    [InlineData(0, 60, true)]
    [InlineData(24, 100, true)]
    [InlineData(25, 100, false)]
    [InlineData(0, 59, false)]
    [InlineData(0, 0, false)]
    [InlineData(500, 100, false)]
    public void Rate_BesideTheWeekBefore_IsAnIncidentBelowAQuarter(long lastHour, long weekBefore, bool isIncident) =>
        Assert.Equal(isIncident, new ArrivalRate(lastHour, weekBefore).IsFarBelow);

    [Fact]
    public async Task ArrivalRate_OfTwoHours_CountsFullMinutesOfEach()
    {
        await using var storage = new TemporaryStorage();
        _ = (storage.Log, storage.State);
        var minute = Messages.Noon.ToUnixTimeMilliseconds() / 60_000;
        void Pushes(long at, int count) => SqliteReading.Execute(storage.StateFile, FormattableString.Invariant($"INSERT INTO push_minutes (minute, count) VALUES ({at}, {count})"));
        Pushes(minute, 1_000);
        Pushes(minute - 1, 3);
        Pushes(minute - 60, 4);
        Pushes(minute - 61, 1_000);
        Pushes(minute - 10_080, 1_000);
        Pushes(minute - 10_081, 50);
        Pushes(minute - 10_140, 60);
        Pushes(minute - 10_141, 1_000);

        Assert.Equal(new ArrivalRate(7, 110), await storage.Get<FleetQueries>().ArrivalRateAsync(Messages.Noon.AddSeconds(30), TestContext.Current.CancellationToken));
    }
}
