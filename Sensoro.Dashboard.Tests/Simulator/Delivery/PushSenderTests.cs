using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using Sensoro.Simulator;
using Sensoro.Simulator.Delivery;
using Sensoro.Simulator.Pushes;

namespace Sensoro.Dashboard.Tests.Simulator.Delivery;

public sealed class PushSenderTests
{
    private const int Ok = 200;
    private const int Unavailable = 503;

    private readonly FakeTimeProvider _time = new(SampleFleet.Start) { AutoAdvanceAmount = TimeSpan.FromMilliseconds(1) };
    private readonly DeliveryReport _report = new();

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(3, 4)]
    public async Task Deliver_RefusedAFewTimes_IsRepeatedAndAcknowledged(int refusals, int deliveries)
    {
        await using var receiver = await ScriptedReceiver.StartAsync((count, _) => count <= refusals ? Unavailable : Ok, Token);

        Assert.True(await DeliverAsync(receiver, Good()));

        Assert.Equal(deliveries, receiver.Deliveries.Count);
        Assert.Equal((1, 1, 0, refusals), (_report.Acknowledged, _report.Stored, _report.Lost, _report.Retries));
    }

    [Fact]
    public async Task Deliver_RefusedFourTimes_IsLostAndNeverSentAgain()
    {
        await using var receiver = await ScriptedReceiver.StartAsync(static (count, _) => count <= 4 ? Unavailable : Ok, Token);

        Assert.False(await DeliverAsync(receiver, Good()));

        Assert.Equal(4, receiver.Deliveries.Count);
        Assert.Equal((0, 0, 1, 3), (_report.Acknowledged, _report.Stored, _report.Lost, _report.Retries));
        Assert.Equal([new AnswerCount("503", 4)], _report.Answers());
    }

    [Fact]
    public async Task Deliver_Repeats_CarryTheSameBodyAndEachItsOwnNonceAndSignature()
    {
        await using var receiver = await ScriptedReceiver.StartAsync(static (count, _) => count < 4 ? Unavailable : Ok, Token);

        await DeliverAsync(receiver, Good());

        Assert.All(receiver.Deliveries, delivery => Assert.True(delivery.IsSignedFor(receiver.Url.OriginalString)));
        Assert.All(receiver.Deliveries, static delivery => Assert.Equal((SampleFleet.AppId, "application/json"), (delivery.AppId, delivery.ContentType)));
        Assert.Single(receiver.Deliveries.Select(static delivery => Convert.ToBase64String(delivery.Body)).Distinct(StringComparer.Ordinal));
        Assert.Distinct(receiver.Deliveries.Select(static delivery => delivery.Nonce), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Deliver_OtherSignUrl_SignsThatOne()
    {
        await using var receiver = await ScriptedReceiver.StartAsync(static (_, _) => Ok, Token);

        await DeliverAsync(receiver, Good(), static options => options with { SignUrl = "https://public.example/hook" });

        Assert.True(Assert.Single(receiver.Deliveries).IsSignedFor("https://public.example/hook"));
    }

    [Fact]
    public async Task Deliver_RedirectOrRefusal_IsNotFollowedAndNotSuccess()
    {
        await using var receiver = await ScriptedReceiver.StartAsync(static (count, _) => count % 2 == 0 ? 302 : 404, Token);

        Assert.False(await DeliverAsync(receiver, Good()));
        Assert.Equal(4, receiver.Deliveries.Count);
    }

    [Fact]
    public async Task Deliver_NobodyListens_IsLostWithoutAnException()
    {
        Uri closed;
        await using (var receiver = await ScriptedReceiver.StartAsync(static (_, _) => Ok, Token))
        {
            closed = receiver.Url;
        }

        Assert.False(await DeliverAsync(closed, Good(), static options => options));
        Assert.Equal([new AnswerCount("no connection", 4)], _report.Answers());
        Assert.Equal(1, _report.Lost);
    }

    [Fact]
    public async Task Deliver_SamePushTwice_IsStoredOnce()
    {
        await using var receiver = await ScriptedReceiver.StartAsync(static (_, _) => Ok, Token);
        var push = Good();

        await DeliverAsync(receiver, push);
        await DeliverAsync(receiver, push);

        Assert.Equal((2, 1), (_report.Acknowledged, _report.Stored));
    }

    [Theory]
    [InlineData(PushFault.WrongSignature, false)]
    [InlineData(PushFault.StaleNonce, true)]
    [InlineData(PushFault.Garbage, true)]
    internal async Task Deliver_WrongOnPurpose_IsSignedAccordinglyAndCountedApart(PushFault fault, bool signatureHolds)
    {
        await using var receiver = await ScriptedReceiver.StartAsync(static (_, _) => 401, Token);

        await DeliverAsync(receiver, new OutgoingPush(new byte[] { 0xFF, 1, 2 }, fault));

        var delivery = receiver.Deliveries.First();
        var age = SampleFleet.Start.ToUnixTimeMilliseconds() - long.Parse(delivery.Nonce, CultureInfo.InvariantCulture);
        Assert.Equal(signatureHolds, delivery.IsSignedFor(receiver.Url.OriginalString));
        Assert.Equal(fault is PushFault.StaleNonce, age > TimeSpan.FromMinutes(30).TotalMilliseconds);
        Assert.Equal((0, 0, 1), (_report.Acknowledged, _report.Lost, _report.RefusedRightly));
    }

    [Fact]
    public async Task Deliver_WrongOnPurposeAndAccepted_IsReported()
    {
        await using var receiver = await ScriptedReceiver.StartAsync(static (_, _) => Ok, Token);

        await DeliverAsync(receiver, new OutgoingPush(new byte[] { 0xFF }, PushFault.Garbage));

        Assert.Equal((0, 0, 1), (_report.Acknowledged, _report.Stored, _report.AcceptedWrongly));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static OutgoingPush Good() => new("{\"sn\":\"0117C6CE04599F36\"}"u8.ToArray(), PushFault.None);

    private Task<bool> DeliverAsync(ScriptedReceiver receiver, OutgoingPush push, Func<FleetOptions, FleetOptions>? change = null) =>
        DeliverAsync(receiver.Url, push, change ?? (static options => options));

    private async Task<bool> DeliverAsync(Uri url, OutgoingPush push, Func<FleetOptions, FleetOptions> change)
    {
        var options = change(SampleFleet.Options with { Url = url, SignUrl = url.OriginalString, RetryDelay = TimeSpan.Zero });
        using var client = PushClient.Create(4);
        using var sender = new PushSender(options, client, _time, _report);
        return await sender.DeliverAsync(push, Token);
    }
}
