using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Sensoro.Dashboard.Tests.Api;

/// <summary>Each call of the read API as the contract has it.</summary>
public sealed class ReadApiTests(SeededDashboard seeded) : IClassFixture<SeededDashboard>
{
    private const string Noon = "2026-03-01T12:00:00.000Z";

    [Fact]
    public async Task Devices_WithoutAFilter_ListsAllBySn()
    {
        var page = await seeded.Factory.ApiAsync("/api/v1/devices");

        Assert.Equal(["API-FULL", "API-LATE", "API-LOST", "API-NOFIX", "API-SAFE", "API-SERIES"], Names(page), StringComparer.Ordinal);
        Assert.Equal(6, page.GetProperty("total").GetInt32());
    }

    [Theory]
    [InlineData("search=nofix", "API-NOFIX")]
    [InlineData("search=API-S", "API-SAFE,API-SERIES")]
    [InlineData("search=_PI", "")]
    [InlineData("search=%25", "")]
    [InlineData("status=alarm", "API-FULL")]
    [InlineData("status=LATE", "API-LATE")]
    [InlineData("status=lost", "API-LOST")]
    [InlineData("status=normal", "API-NOFIX,API-SAFE,API-SERIES")]
    [InlineData("status=never", "")]
    [InlineData("type=tracker", "API-NOFIX")]
    [InlineData("type=temp_humi&status=normal&search=series", "API-SERIES")]
    [InlineData("page=2&pageSize=2", "API-LOST,API-NOFIX")]
    [InlineData("page=4&pageSize=2", "")]
    public async Task Devices_WithAFilter_ListsWhatFits(string query, string expected)
    {
        var page = await seeded.Factory.ApiAsync("/api/v1/devices?" + query);

        Assert.Equal(expected, string.Join(',', Names(page)));
    }

    [Fact]
    public async Task Devices_OnALaterPage_StillTellHowManyThereAre() =>
        Assert.Equal(6, (await seeded.Factory.ApiAsync("/api/v1/devices?page=4&pageSize=2")).GetProperty("total").GetInt32());

    [Fact]
    public async Task Device_ThatIsKnown_HasTheFormOfTheContract()
    {
        var device = await seeded.Factory.ApiAsync("/api/v1/devices/API-FULL");

        Assert.Equal(
            """{"sn":"API-FULL","name":null,"tags":[],"deviceType":"temp_humi","status":"alarm","lastSeenAt":"2026-03-01T12:00:00.000Z","lastReportedAt":"2026-03-01T11:59:55.000Z","battery":96,"interval":300,"position":{"lon":116.4,"lat":39.9}}""",
            JsonSerializer.Serialize(device.EnumerateObject().Where(member => member.Name != "latest").ToDictionary(member => member.Name, member => member.Value, StringComparer.Ordinal)));
        Assert.All(device.GetProperty("latest").EnumerateObject(), member => Assert.Equal("2026-03-01T11:59:55.000Z", member.Value.GetProperty("at").GetString()));
    }

    [Theory]
    [InlineData("API-FULL", "temperature", "23.41")]
    [InlineData("API-FULL", "battery", "96")]
    [InlineData("API-FULL", "leak", """{"active":true}""")]
    [InlineData("API-FULL", "smoke", """{"active":false,"number":0}""")]
    [InlineData("API-FULL", "cover", """{"active":false}""")]
    [InlineData("API-FULL", "accelerometer", """{"x":0,"y":0.5,"z":1}""")]
    [InlineData("API-FULL", "lonlat", """{"lon":116.4,"lat":39.9}""")]
    [InlineData("API-FULL", "customer", "\"0aff\"")]
    [InlineData("API-FULL", "mystery", "true")]
    [InlineData("API-FULL", "nested", """{"a":[1]}""")]
    [InlineData("API-NOFIX", "lonlat", "null")]
    [InlineData("API-NOFIX", "temperature", "-4")]
    public async Task Value_OfEachKind_HasItsForm(string sn, string metric, string expected)
    {
        var latest = (await seeded.Factory.ApiAsync("/api/v1/devices/" + sn)).GetProperty("latest").GetProperty(metric).GetProperty("value");
        var message = Assert.Single((await seeded.Factory.ApiAsync("/api/v1/messages?sn=" + sn)).GetProperty("items").EnumerateArray());

        Assert.Equal(expected, latest.GetRawText());
        Assert.Equal(expected, message.GetProperty("metrics").GetProperty(metric).GetRawText());
    }

    [Fact]
    public async Task Device_WithoutAFix_HasNoPosition() =>
        Assert.Equal(JsonValueKind.Null, (await seeded.Factory.ApiAsync("/api/v1/devices/API-NOFIX")).GetProperty("position").ValueKind);

    [Theory]
    [InlineData("/api/v1/devices/NOBODY")]
    [InlineData("/api/v1/devices/NOBODY/readings?metric=temperature")]
    public async Task Device_ThatIsNotKnown_Is404(string path)
    {
        using var answer = await seeded.Factory.GetAsync(path);

        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Contains("NOBODY", (await ProblemAsync(answer)).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Readings_WithinTheBudget_AreRaw()
    {
        var series = await seeded.Factory.ApiAsync($"/api/v1/devices/API-SERIES/readings?metric=temperature&from=2026-03-01T11:50:00Z&to={Noon}");

        Assert.Equal(("temperature", "°C", "raw"), (series.GetProperty("metric").GetString(), series.GetProperty("unit").GetString(), series.GetProperty("resolution").GetString()));
        var points = series.GetProperty("points").EnumerateArray().ToList();
        Assert.Equal(["""{"at":"2026-03-01T11:50:00.000Z","value":10}""", """{"at":"2026-03-01T12:00:00.000Z","value":0}"""], [Compact(points[0]), Compact(points[^1])], StringComparer.Ordinal);
        Assert.Equal(11, points.Count);
    }

    [Fact]
    public async Task Readings_BeyondTheBudget_ComeInBucketsThatLoseNothing()
    {
        var series = await seeded.Factory.ApiAsync($"/api/v1/devices/API-SERIES/readings?metric=temperature&from=2026-03-01T10:00:00Z&to={Noon}&maxPoints=20");

        var points = series.GetProperty("points").EnumerateArray().ToList();
        Assert.Equal("PT10M", series.GetProperty("resolution").GetString());
        Assert.InRange(points.Count, 2, 20);
        Assert.Equal(120, points.Sum(point => point.GetProperty("count").GetInt32()));
        Assert.Equal((0, 119), (points.Min(point => point.GetProperty("min").GetDouble()), points.Max(point => point.GetProperty("max").GetDouble())));
        Assert.All(points, point => Assert.InRange(point.GetProperty("avg").GetDouble(), point.GetProperty("min").GetDouble(), point.GetProperty("max").GetDouble()));
    }

    [Fact]
    public async Task Readings_WithoutARange_AreThoseOfTheLastDay() =>
        Assert.Equal(120, (await seeded.Factory.ApiAsync("/api/v1/devices/API-SERIES/readings?metric=temperature")).GetProperty("points").GetArrayLength());

    [Fact]
    public async Task Readings_OfAMetricTheDeviceLacks_AreNone() =>
        Assert.Equal(0, (await seeded.Factory.ApiAsync("/api/v1/devices/API-SERIES/readings?metric=ch4")).GetProperty("points").GetArrayLength());

    [Fact]
    public async Task Messages_ByCursor_WalkTheLedgerToItsEnd()
    {
        var ids = new List<long>();
        for (var after = 0L; ;)
        {
            var page = await seeded.Factory.ApiAsync($"/api/v1/messages?after={after}&limit=50");
            ids.AddRange(page.GetProperty("items").EnumerateArray().Select(message => message.GetProperty("id").GetInt64()));
            if (page.GetProperty("nextAfter").GetInt64() == after)
            {
                break;
            }

            after = page.GetProperty("nextAfter").GetInt64();
        }

        Assert.Equal(Enumerable.Range(1, 128).Select(id => (long)id), ids);
    }

    [Fact]
    public async Task Messages_OfAnEncryptedPush_ShowWhatItSays()
    {
        var message = Assert.Single((await seeded.Factory.ApiAsync("/api/v1/messages?sn=API-SAFE")).GetProperty("items").EnumerateArray());

        Assert.Equal((true, """{"temperature":7}""", 7.0), (message.GetProperty("encrypted").GetBoolean(), message.GetProperty("body").GetString(), message.GetProperty("metrics").GetProperty("temperature").GetDouble()));
    }

    [Theory]
    [InlineData("msgId=6", "6")]
    [InlineData("taskId=555001", "6")]
    [InlineData("taskId=T-7", "7")]
    [InlineData("sn=API-FULL", "1")]
    [InlineData("sn=API-FULL&msgId=1", "1")]
    [InlineData("sn=API-FULL&msgId=2", "")]
    [InlineData("sn=NOBODY", "")]
    [InlineData("after=126", "127,128")]
    [InlineData("sn=API-SERIES&after=126", "127,128")]
    public async Task Messages_WithAFilter_AreWhatFits(string query, string expected)
    {
        var page = await seeded.Factory.ApiAsync("/api/v1/messages?" + query);

        Assert.Equal(expected, string.Join(',', page.GetProperty("items").EnumerateArray().Select(message => message.GetProperty("id").GetInt64())));
    }

    [Fact]
    public async Task Messages_OfATask_CarryItsResultAndOthersDoNot()
    {
        var items = (await seeded.Factory.ApiAsync("/api/v1/messages?limit=8")).GetProperty("items").EnumerateArray().ToList();

        Assert.Equal(("task", 0, true, """{"steps":[1,2]}"""), (items[5].GetProperty("kind").GetString(), items[5].GetProperty("resultCode").GetInt32(), items[5].GetProperty("success").GetBoolean(), items[5].GetProperty("resultData").GetRawText()));
        Assert.False(items[0].TryGetProperty("resultCode", out _));
        Assert.Equal(("other", JsonValueKind.Null), (items[7].GetProperty("kind").GetString(), items[7].GetProperty("createdAt").ValueKind));
    }

    [Fact]
    public async Task Tasks_WithoutAFilter_ComeNewestFirst()
    {
        var page = await seeded.Factory.ApiAsync("/api/v1/tasks");

        var items = page.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(2, page.GetProperty("total").GetInt32());
        Assert.Equal(["T-7", "555001"], items.Select(task => task.GetProperty("taskId").GetString()), StringComparer.Ordinal);
        Assert.Equal((3, false, JsonValueKind.Null, Noon), (items[0].GetProperty("resultCode").GetInt32(), items[0].GetProperty("success").GetBoolean(), items[0].GetProperty("sn").ValueKind, items[0].GetProperty("receivedAt").GetString()));
    }

    [Theory]
    [InlineData("taskId=555001", 1)]
    [InlineData("taskId=5550", 0)]
    [InlineData("sn=API-FULL", 0)]
    [InlineData("page=2&pageSize=1", 2)]
    public async Task Tasks_WithAFilter_AreCounted(string query, int total) =>
        Assert.Equal(total, (await seeded.Factory.ApiAsync("/api/v1/tasks?" + query)).GetProperty("total").GetInt32());

    [Theory]
    [InlineData("/api/v1/devices?status=broken", "status")]
    [InlineData("/api/v1/devices?page=0", "page")]
    [InlineData("/api/v1/devices?page=two", "page")]
    [InlineData("/api/v1/devices?page=1000001", "page")]
    [InlineData("/api/v1/devices?pageSize=1001", "pageSize")]
    [InlineData("/api/v1/devices?pageSize=99999999999", "pageSize")]
    [InlineData("/api/v1/devices/API-SERIES/readings", "metric")]
    [InlineData("/api/v1/devices/API-SERIES/readings?metric=", "metric")]
    [InlineData("/api/v1/devices/API-SERIES/readings?metric=temperature&from=yesterday", "from")]
    [InlineData("/api/v1/devices/API-SERIES/readings?metric=temperature&from=2026-03-01&to=2026-03-01", "from")]
    [InlineData("/api/v1/devices/API-SERIES/readings?metric=temperature&from=2926-03-01&to=2926-03-02", "from")]
    [InlineData("/api/v1/devices/API-SERIES/readings?metric=temperature&from=1926-03-01&to=2026-03-01", "from")]
    [InlineData("/api/v1/devices/API-SERIES/readings?metric=temperature&to=later", "to")]
    [InlineData("/api/v1/devices/API-SERIES/readings?metric=temperature&from=2026-03-02&to=2026-03-01", "from")]
    [InlineData("/api/v1/devices/API-SERIES/readings?metric=temperature&to=0001-01-01", "from")]
    [InlineData("/api/v1/devices/API-SERIES/readings?metric=temperature&maxPoints=1", "maxPoints")]
    [InlineData("/api/v1/devices/API-SERIES/readings?metric=temperature&maxPoints=1501", "maxPoints")]
    [InlineData("/api/v1/devices/API-SERIES/readings?metric=temperature&maxPoints=many", "maxPoints")]
    [InlineData("/api/v1/messages?after=-1", "after")]
    [InlineData("/api/v1/messages?after=x", "after")]
    [InlineData("/api/v1/messages?limit=0", "limit")]
    [InlineData("/api/v1/messages?limit=1001", "limit")]
    [InlineData("/api/v1/messages?limit=1.5", "limit")]
    [InlineData("/api/v1/tasks?page=-1", "page")]
    [InlineData("/api/v1/tasks?pageSize=x", "pageSize")]
    public async Task Call_WithAWrongParameter_Is400AndNamesIt(string path, string parameter)
    {
        using var answer = await seeded.Factory.GetAsync(path);

        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.StartsWith($"The parameter {parameter} ", (await ProblemAsync(answer)).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/devices/API-SERIES/readings?metric=temperature&from=2016-03-01&to=2035-12-31&maxPoints=2")]
    [InlineData("/api/v1/devices?page=1000000&pageSize=1000")]
    [InlineData("/api/v1/messages?after=9223372036854775807&limit=1000")]
    public async Task Call_AtTheEndOfItsRange_IsAnswered(string path) =>
        Assert.Equal(JsonValueKind.Object, (await seeded.Factory.ApiAsync(path)).ValueKind);

    private static IEnumerable<string> Names(JsonElement page) => page.GetProperty("items").EnumerateArray().Select(device => device.GetProperty("sn").GetString() ?? "");

    private static string Compact(JsonElement point) =>
        JsonSerializer.Serialize(point.EnumerateObject().Where(member => member.Value.ValueKind != JsonValueKind.Null).ToDictionary(member => member.Name, member => member.Value, StringComparer.Ordinal));

    private static Task<JsonElement> ProblemAsync(HttpResponseMessage answer) => answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
}
