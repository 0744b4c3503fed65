using System.Net;
using System.Text;
using Sensoro.Dashboard.Tests.Integration;
using Sensoro.Domain.Protocol;

namespace Sensoro.Dashboard.Tests.Webhook;

/// <summary>How old or how far ahead a push may be signed.</summary>
public sealed class NonceToleranceTests(NonceToleranceTests.TwentyMinutes dashboard) : IClassFixture<NonceToleranceTests.TwentyMinutes>
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(-1_200_000, HttpStatusCode.OK)]
    [InlineData(1_200_000, HttpStatusCode.OK)]
    [InlineData(-1_200_001, HttpStatusCode.Unauthorized)]
    [InlineData(1_200_001, HttpStatusCode.Unauthorized)]
    public async Task Webhook_ForANonceAtTheEdge_DecidesToTheMillisecond(int skew, HttpStatusCode expected)
    {
        var body = Encoding.UTF8.GetBytes(PushBody.Sensor("NONCE", skew, Noon, """{"temperature":1}"""));
        using var request = PushService.North.Sign(dashboard.Factory.Settings.WebhookUrl, body, Noon.AddMilliseconds(skew));

        using var answer = await dashboard.Factory.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Theory]
    [InlineData("1772366400")]
    [InlineData("-1772366400000")]
    [InlineData("+1772366400000")]
    [InlineData("1,772,366,400,000")]
    [InlineData("1772366400000.0")]
    [InlineData("99999999999999999999")]
    [InlineData("253402300800000")]
    [InlineData("noon")]
    public async Task Webhook_ForANonceThatIsNoTimeNow_Answers401(string nonce)
    {
        var body = Encoding.UTF8.GetBytes(PushBody.Sensor("NONCE", 1, Noon, """{"temperature":1}"""));
        using var request = PushService.North.Sign(dashboard.Factory.Settings.WebhookUrl, body, Noon);
        request.Headers.Remove("X-ACCESS-NONCE");
        request.Headers.TryAddWithoutValidation("X-ACCESS-NONCE", nonce);
        request.Headers.Remove("X-ACCESS-SIGNATURE");
        request.Headers.Add("X-ACCESS-SIGNATURE", PushSignature.Sign(PushService.North.AppSecret, nonce, "POST", dashboard.Factory.Settings.WebhookUrl, body));

        using var answer = await dashboard.Factory.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    /// <summary>A dashboard at noon that accepts nonces within twenty minutes.</summary>
    public sealed class TwentyMinutes : IAsyncDisposable
    {
        public DashboardFactory Factory { get; } = new(new DashboardSettings
        {
            Clock = new StoppedClock(Noon),
            Values = new Dictionary<string, string>(StringComparer.Ordinal) { ["Sensoro:NonceTolerance"] = "00:20:00" },
        });

        public ValueTask DisposeAsync() => Factory.DisposeAsync();
    }
}
