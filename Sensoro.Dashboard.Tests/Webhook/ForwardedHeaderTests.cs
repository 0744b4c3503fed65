using System.Net;
using System.Text;
using Sensoro.Dashboard.Tests.Integration;

namespace Sensoro.Dashboard.Tests.Webhook;

/// <summary>Only the configured URL enters the signature: nothing a proxy or an attacker writes can change the verdict.</summary>
public sealed class ForwardedHeaderTests(DashboardFactory dashboard) : IClassFixture<DashboardFactory>
{
    private static int _msgId;

    public static TheoryData<string, string> Headers => new()
    {
        { "Host", "evil.example.com" },
        { "Host", "dashboard.example.com" },
        { "X-Forwarded-Proto", "https" },
        { "X-Forwarded-Proto", "http" },
        { "X-Forwarded-Host", "evil.example.com" },
        { "X-Forwarded-Host", "dashboard.example.com" },
        { "X-Forwarded-For", "203.0.113.9" },
        { "X-Forwarded-Port", "8443" },
        { "X-Forwarded-Prefix", "/other" },
        { "X-Forwarded-Path", "/other" },
        { "Forwarded", "for=203.0.113.9;proto=https;host=dashboard.example.com" },
        { "X-Original-URL", "/other" },
        { "X-Original-Host", "evil.example.com" },
        { "X-Original-Proto", "http" },
        { "X-Rewrite-URL", "/other" },
        { "X-HTTP-Method-Override", "GET" },
    };

    [Theory]
    [MemberData(nameof(Headers))]
    public async Task Verdict_OnAGoodPush_StaysGood(string name, string value)
    {
        var answer = await SendAsync(dashboard.Settings.WebhookUrl, name, value);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
    }

    [Theory]
    [MemberData(nameof(Headers))]
    public async Task Verdict_OnAPushSignedForAnotherUrl_StaysBad(string name, string value)
    {
        foreach (var url in new[] { "http://dashboard.example.com/webhook", "https://evil.example.com/webhook", "https://dashboard.example.com/other", "https://dashboard.example.com:8443/webhook" })
        {
            var answer = await SendAsync(url, name, value);

            Assert.Equal((HttpStatusCode.Unauthorized, "auth_bad_signature"), (answer.Status, answer.Reason));
        }
    }

    private async Task<WireResponse> SendAsync(string signedUrl, string name, string value)
    {
        var body = Encoding.UTF8.GetBytes(PushBody.Sensor("FORWARDED", Interlocked.Increment(ref _msgId), dashboard.Now(), """{"temperature":1}"""));
        using var request = PushService.North.Sign(signedUrl, body, dashboard.Now());
        var headers = request.Headers.Select(header => (header.Key, header.Value.Single())).ToList();
        if (name != "Host")
        {
            headers.Add(("Host", "127.0.0.1"));
        }

        return await WireClient.SendAsync(dashboard.Address, "POST", "/webhook", [.. headers, (name, value)], body, TestContext.Current.CancellationToken);
    }
}
