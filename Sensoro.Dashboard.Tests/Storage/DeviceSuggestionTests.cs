using Microsoft.Extensions.Time.Testing;
using Sensoro.Dashboard.Storage;
using Sensoro.Dashboard.Storage.Sqlite;
using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Tests.Storage;

/// <summary>What the search offers while somebody types.</summary>
public sealed class DeviceSuggestionTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = HistoryStage.Now;

    private readonly TemporaryStorage _storage = new(clock: new FakeTimeProvider(Now));

    private DeviceQueries Queries => _storage.Get<DeviceQueries>();

    public ValueTask InitializeAsync()
    {
        _storage.Get<SqliteDatabase>().EnsureReady();
        Insert(Row(1, "0117C5AAAAAA02F3E8"), Row(2, "02F3E8"), Row(3, "02F3E8CCCCCC"), Row(4, "0117C5DDDDDD0001", name: "Gate 02F3E8 east"), Row(5, "0117C5EEEEEE0002", tags: "\nroof\n"));
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => _storage.DisposeAsync();

    [Fact]
    public async Task Suggest_PartOfSeveralSns_NamesTheSnItselfThenThoseThatEndSo() =>
        Assert.Equal(["02F3E8", "0117C5AAAAAA02F3E8", "0117C5DDDDDD0001", "02F3E8CCCCCC"], await SnsAsync("02f3e8"), StringComparer.Ordinal);

    [Theory]
    [InlineData("roof", "0117C5EEEEEE0002")]
    [InlineData("gate", "0117C5DDDDDD0001")]
    [InlineData("ga", "0117C5DDDDDD0001")]
    [InlineData("%", new string[0])]
    [InlineData("\"", new string[0])]
    [InlineData("nothing", new string[0])]
    [InlineData(" \0 ", new string[0])]
    public async Task Suggest_NameTagOrSigns_FindsWhatTheyMean(string text, params string[] expected) => Assert.Equal(expected, await SnsAsync(text), StringComparer.Ordinal);

    [Fact]
    public async Task Suggest_AnyNumberThatFits_NamesNoMoreThanAsked() => Assert.Equal(2, (await Queries.SuggestAsync("0117", 2, CancellationToken.None)).Count);

    private static FleetRow Row(int id, string sn, string? name = null, string? tags = null) =>
        new(id, sn, name, tags, "node", AlarmSeverity.None, Now, Now.AddMinutes(1), Now.AddMinutes(2), null);

    private void Insert(params IEnumerable<FleetRow> rows) =>
        SqliteReading.Execute(_storage.StateFile, "INSERT INTO devices (sn, id, app_id, name, tags, device_type, first_seen_at, last_seen_at, last_heard_at, battery, interval_seconds, late_at, lost_at, severity, last_message_id) VALUES " + string.Join(',', rows.Select(static row => row.Sql())));

    private async Task<IEnumerable<string>> SnsAsync(string text) => (await Queries.SuggestAsync(text, 8, CancellationToken.None)).Select(static device => device.Sn);
}
