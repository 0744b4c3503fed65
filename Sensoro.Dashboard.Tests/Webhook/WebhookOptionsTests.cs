using System.Net;
using System.Text;
using Sensoro.Dashboard.Tests.Integration;

namespace Sensoro.Dashboard.Tests.Webhook;

/// <summary>What the configuration changes at the door.</summary>
public sealed class WebhookOptionsTests
{
    private const string SecondUrl = "http://dashboard.example.com:8080/webhook?site=2";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Webhook_WhileKeysAreRotated_AcceptsTheOldAndTheNewOnes()
    {
        var old = new PushService(PushService.North.AppId, PushService.South.AppKey, PushService.South.AppSecret);
        await using var dashboard = Start([PushService.North], ("Sensoro:Applications:0:PreviousAppKey", old.AppKey), ("Sensoro:Applications:0:PreviousAppSecret", old.AppSecret));

        foreach (var (index, (signer, cipher)) in new[] { (old, old), (PushService.North, PushService.North), (old, PushService.North), (PushService.North, old) }.Index())
        {
            using var answer = await dashboard.SendSignedPushAsync(PushBody.Safe(cipher, "ROTATE", index, dashboard.Now(), $$"""{"temperature":{{index}} }"""), signer);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        Assert.Equal(4, dashboard.Log.LastId);
    }

    [Fact]
    public async Task Webhook_WithTwoRegisteredUrls_AcceptsWhatIsSignedForEither()
    {
        await using var dashboard = Start([PushService.North], ("Sensoro:WebhookUrls:1", SecondUrl));
        var body = Encoding.UTF8.GetBytes(PushBody.Sensor("URLS", 1, dashboard.Now(), """{"temperature":1}"""));

        foreach (var (url, expected) in new[]
        {
            (dashboard.Settings.WebhookUrl, HttpStatusCode.OK),
            (SecondUrl, HttpStatusCode.OK),
            (SecondUrl + "&x", HttpStatusCode.Unauthorized),
            (new Uri(dashboard.Address, "/webhook").ToString(), HttpStatusCode.Unauthorized),
        })
        {
            using var request = PushService.North.Sign(url, body, dashboard.Now());
            using var answer = await dashboard.Client.SendAsync(request, Cancelled);
            Assert.Equal(expected, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Webhook_ForABodyAtTheLimit_TakesItAndRefusesOneByteMore()
    {
        await using var dashboard = Start([PushService.North], ("Sensoro:MaxBodyBytes", "2048"));
        var fits = PushBody.Sensor("LIMIT", 1, dashboard.Now(), """{"temperature":1}""").PadRight(2048);

        using var taken = await dashboard.SendSignedPushAsync(fits);
        using var announced = await dashboard.SendSignedPushAsync(fits + " ");
        using var chunkedRequest = dashboard.Sign(fits + " ");
        chunkedRequest.Headers.TransferEncodingChunked = true;
        using var chunked = await dashboard.Client.SendAsync(chunkedRequest, Cancelled);

        Assert.Equal(
            [HttpStatusCode.OK, HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.RequestEntityTooLarge],
            [taken.StatusCode, announced.StatusCode, chunked.StatusCode]);
        Assert.Equal(1, dashboard.Log.LastId);
    }

    [Fact]
    public async Task Webhook_ForABodyAnnouncedTooLarge_AnswersBeforeItIsSent()
    {
        await using var dashboard = Start([PushService.North]);
        using var signed = dashboard.Sign("{}");
        var head = new StringBuilder("POST /webhook HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 1048577\r\n");
        foreach (var header in signed.Headers)
        {
            head.Append(header.Key).Append(": ").Append(header.Value.Single()).Append("\r\n");
        }

        var answer = await WireClient.SendAsync(dashboard.Address, Encoding.ASCII.GetBytes(head.Append("\r\n").ToString()), Cancelled);

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "body_too_large"), (answer.Status, answer.Reason));
    }

    [Fact]
    public async Task Webhook_ForUnsignedPushes_AcceptsThemOnlyWhenTold()
    {
        await using var strict = Start([PushService.North]);
        await using var open = Start([PushService.North], ("Sensoro:AllowUnsigned", "true"));
        var body = PushBody.Sensor("UNSIGNED", 1, strict.Now(), """{"temperature":1}""");

        using var refused = await PostAsync(strict, body);
        using var accepted = await PostAsync(open, body);
        using var signed = await open.SendSignedPushAsync(PushBody.Sensor("UNSIGNED", 2, open.Now(), """{"temperature":1}"""));
        using var forgedRequest = (PushService.North with { AppSecret = "guessed" }).Sign(open.Settings.WebhookUrl, Encoding.UTF8.GetBytes(body), open.Now());
        using var forged = await open.Client.SendAsync(forgedRequest, Cancelled);

        Assert.Equal(
            [HttpStatusCode.Unauthorized, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Unauthorized],
            [refused.StatusCode, accepted.StatusCode, signed.StatusCode, forged.StatusCode]);
    }

    [Fact]
    public async Task Log_OfRefusedPushes_HoldsNoSecret()
    {
        await using var dashboard = Start([PushService.North]);
        using var forgedRequest = (PushService.North with { AppSecret = "guessed" }).Sign(dashboard.Settings.WebhookUrl, "{}"u8.ToArray(), dashboard.Now());
        var signature = forgedRequest.Headers.GetValues("X-ACCESS-SIGNATURE").Single();

        using var forged = await dashboard.Client.SendAsync(forgedRequest, Cancelled);
        using var unreadable = await dashboard.SendSignedPushAsync("""{"sn":"S","type":"text","encryptData":"AAAA"}""");

        var log = string.Join('\n', dashboard.Logs.GetSnapshot().Select(record => $"{record.Message} {record.Exception}"));
        Assert.Contains("SignatureMismatch", log, StringComparison.Ordinal);
        Assert.Contains("Undecryptable", log, StringComparison.Ordinal);
        foreach (var secret in new[] { PushService.North.AppSecret, PushService.North.AppKey, signature, DashboardSettings.ApiToken })
        {
            Assert.DoesNotContain(secret, log, StringComparison.Ordinal);
        }
    }

    private static DashboardFactory Start(IReadOnlyList<PushService> services, params (string Key, string Value)[] values) => new(new DashboardSettings
    {
        PushServices = services,
        Values = values.ToDictionary(value => value.Key, value => value.Value, StringComparer.Ordinal),
    });

    private static async Task<HttpResponseMessage> PostAsync(DashboardFactory dashboard, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await dashboard.Client.PostAsync(new Uri("/webhook", UriKind.Relative), content, Cancelled);
    }
}
