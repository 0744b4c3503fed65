using System.Text.Json;
using Sensoro.Dashboard.Tests.Integration;

namespace Sensoro.Dashboard.Tests.Webhook;

/// <summary>Which deliveries are the same push, seen from the sender's side.</summary>
public sealed class PushIdentityTests(DashboardFactory dashboard) : IClassFixture<DashboardFactory>
{
    private readonly DateTimeOffset _now = dashboard.Now();

    [Fact]
    public async Task Push_DeliveredAgainWithANewNonce_IsCountedNotStored()
    {
        var body = PushBody.Sensor("IDENTITY01", 1, _now, """{"temperature":1}""");

        await dashboard.FoldPushesAsync(body, body, body);

        var message = Assert.Single(await StoredAsync("IDENTITY01"));
        Assert.Equal(3, message.GetProperty("deliveries").GetInt32());
    }

    [Fact]
    public async Task Push_DeliveredManyTimesAtOnce_IsStoredOnce()
    {
        var body = PushBody.Sensor("IDENTITY02", 1, _now, """{"temperature":1}""");

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => dashboard.StorePushesAsync(body)));
        await dashboard.WaitForFoldedAsync();

        var message = Assert.Single(await StoredAsync("IDENTITY02"));
        Assert.Equal(50, message.GetProperty("deliveries").GetInt32());
    }

    [Fact]
    public async Task Push_EncryptedAnewForEachDelivery_IsStoredOnce()
    {
        string Delivery() => PushBody.Safe(PushService.North, "IDENTITY03", 1, _now, """{"temperature":1}""");
        Assert.NotEqual(Delivery(), Delivery(), StringComparer.Ordinal);

        await dashboard.FoldPushesAsync(Delivery(), Delivery(), Delivery());

        var message = Assert.Single(await StoredAsync("IDENTITY03"));
        Assert.Equal((3, false), (message.GetProperty("deliveries").GetInt32(), message.GetProperty("conflict").GetBoolean()));
    }

    [Fact]
    public async Task Push_EncryptedWithOtherContent_IsAConflict()
    {
        await dashboard.FoldPushesAsync(
            PushBody.Safe(PushService.North, "IDENTITY04", 1, _now, """{"temperature":1}"""),
            PushBody.Safe(PushService.North, "IDENTITY04", 1, _now, """{"temperature":2}"""));

        Assert.Equal([true, true], (await StoredAsync("IDENTITY04")).Select(message => message.GetProperty("conflict").GetBoolean()));
    }

    [Fact]
    public async Task Push_WithoutMsgId_IsToldApartByItsContent()
    {
        static string Delivery(int value) => $$$"""{"sn":"IDENTITY05","type":"text","data":{"temperature":{{{value}}}}}""";

        await dashboard.FoldPushesAsync(Delivery(1), Delivery(2), Delivery(1));

        Assert.Equal([2, 1], (await StoredAsync("IDENTITY05")).Select(message => message.GetProperty("deliveries").GetInt32()));
    }

    [Fact]
    public async Task Push_EncryptedWithoutMsgId_IsToldApartByItsContent()
    {
        static string Delivery(int value) => $$"""{"sn":"IDENTITY06","type":"text","encryptData":"{{PushService.North.Encrypt($$"""{"temperature":{{value}} }""")}}"}""";

        await dashboard.FoldPushesAsync(Delivery(1), Delivery(2), Delivery(1));

        Assert.Equal([2, 1], (await StoredAsync("IDENTITY06")).Select(message => message.GetProperty("deliveries").GetInt32()));
    }

    [Fact]
    public async Task Push_OfAnotherApplicationWithTheSameMsgId_IsStoredBesideIt()
    {
        var body = PushBody.Sensor("IDENTITY07", 1, _now, """{"temperature":1}""");

        await dashboard.StorePushesAsync(body);
        using var answer = await dashboard.SendSignedPushAsync(body, PushService.South);
        await dashboard.WaitForFoldedAsync();

        answer.EnsureSuccessStatusCode();
        Assert.Equal(["north0000001", "south0000002"], (await StoredAsync("IDENTITY07")).Select(message => message.GetProperty("appId").GetString()), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Push_OfAnotherDeviceWithTheSameMsgId_IsStoredBesideIt()
    {
        await dashboard.FoldPushesAsync(
            PushBody.Sensor("IDENTITY08", 8, _now, """{"temperature":1}"""),
            PushBody.Sensor("IDENTITY09", 8, _now, """{"temperature":1}"""));

        Assert.Single(await StoredAsync("IDENTITY08"));
        Assert.Single(await StoredAsync("IDENTITY09"));
    }

    [Fact]
    public async Task MsgId_BeyondWhatADoubleHolds_KeepsEveryDigit()
    {
        await dashboard.FoldPushesAsync(
            """{"sn":"IDENTITY10","type":"text","msgId":9007199254740993,"data":{"temperature":1}}""",
            """{"sn":"IDENTITY10","type":"text","msgId":9007199254740992,"data":{"temperature":1}}""",
            """{"sn":"IDENTITY10","type":"text","msgId":123456789012345678901234567890,"data":{"temperature":1}}""");

        Assert.Equal(
            ["9007199254740993", "9007199254740992", "123456789012345678901234567890"],
            (await StoredAsync("IDENTITY10")).Select(message => message.GetProperty("msgId").GetString()),
            StringComparer.Ordinal);
    }

    private async Task<IEnumerable<JsonElement>> StoredAsync(string sn) =>
        (await dashboard.ApiAsync($"/api/v1/messages?sn={sn}")).GetProperty("items").EnumerateArray();
}
