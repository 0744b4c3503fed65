using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Sensoro.Dashboard.Tests.Integration;

namespace Sensoro.Dashboard.Tests.Webhook;

/// <summary>The table of answers: what a sender hears, and that a refused push leaves nothing behind.</summary>
public sealed class WebhookAnswerTests(DashboardFactory dashboard) : IClassFixture<DashboardFactory>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static TheoryData<string> OtherMethods => ["GET", "HEAD", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "PROPFIND"];

    public static TheoryData<string> Headers => ["X-ACCESS-ID", "X-ACCESS-NONCE", "X-ACCESS-SIGNATURE"];

    [Fact]
    public async Task Webhook_ForANewPush_AnswersSuccess()
    {
        using var answer = await dashboard.SendSignedPushAsync(Push("ANSWER01", 1));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("""{"messages":"success"}""", await answer.Content.ReadAsStringAsync(Cancelled));
    }

    [Theory]
    [MemberData(nameof(OtherMethods))]
    public async Task Webhook_ForAnotherMethod_Answers405WithAllow(string method)
    {
        using var request = dashboard.Sign(Push("ANSWER02", 1));
        request.Method = new HttpMethod(method);
        request.Content = method is "TRACE" or "HEAD" or "GET" ? null : request.Content;

        using var answer = await dashboard.Client.SendAsync(request, Cancelled);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal(["POST"], answer.Content.Headers.Allow, StringComparer.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Headers))]
    public async Task Webhook_WithoutAHeader_Answers401AndNamesIt(string header)
    {
        using var request = dashboard.Sign(Push("ANSWER03", 1));
        request.Headers.Remove(header);

        var problem = await RefusedAsync(request, HttpStatusCode.Unauthorized, "auth_missing_header");

        Assert.Contains(header, problem, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Headers))]
    public async Task Webhook_WithAHeaderTwice_Answers401AndNamesIt(string header)
    {
        var body = Encoding.UTF8.GetBytes(Push("ANSWER04", 1));
        using var request = dashboard.Sign(body);
        var headers = request.Headers.Select(entry => (entry.Key, entry.Value.Single())).ToList();

        var answer = await WireClient.SendAsync(
            dashboard.Address,
            "POST",
            "/webhook",
            [("Host", "localhost"), .. headers, headers.Single(entry => entry.Key == header)],
            body,
            Cancelled);

        Assert.Equal((HttpStatusCode.Unauthorized, "auth_repeated_header"), (answer.Status, answer.Reason));
        Assert.Contains(header, answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Webhook_FromAnUnknownApplication_Answers401()
    {
        using var request = (PushService.North with { AppId = "nobody" }).Sign(dashboard.Settings.WebhookUrl, Encoding.UTF8.GetBytes(Push("ANSWER05", 1)), dashboard.Now());

        await RefusedAsync(request, HttpStatusCode.Unauthorized, "auth_bad_app_id");
    }

    [Theory]
    [InlineData("NORTH0000001")]
    [InlineData("north0000001 x")]
    [InlineData("north000000")]
    public async Task Webhook_FromAnAppIdThatOnlyLooksAlike_Answers401(string appId)
    {
        using var request = (PushService.North with { AppId = appId }).Sign(dashboard.Settings.WebhookUrl, Encoding.UTF8.GetBytes(Push("ANSWER06", 1)), dashboard.Now());

        await RefusedAsync(request, HttpStatusCode.Unauthorized, "auth_bad_app_id");
    }

    [Fact]
    public async Task Webhook_WithTheSecretOfAnotherApplication_Answers401()
    {
        using var request = (PushService.North with { AppSecret = PushService.South.AppSecret }).Sign(
            dashboard.Settings.WebhookUrl, Encoding.UTF8.GetBytes(Push("ANSWER07", 1)), dashboard.Now());

        await RefusedAsync(request, HttpStatusCode.Unauthorized, "auth_bad_signature");
    }

    [Fact]
    public async Task Webhook_ForABodyOfAnotherApplication_Answers400()
    {
        using var request = dashboard.Sign("""{"appId":"south0000002","sn":"ANSWER08","type":"text","data":{"temperature":1}}""");

        await RefusedAsync(request, HttpStatusCode.BadRequest, "envelope_invalid");
    }

    [Theory]
    [InlineData("", "body_invalid")]
    [InlineData("[]", "body_invalid")]
    [InlineData("{", "body_invalid")]
    [InlineData("temperature=1", "body_invalid")]
    [InlineData("{}", "envelope_invalid")]
    [InlineData("""{"sn":"A","type":"text"}""", "envelope_invalid")]
    [InlineData("""{"sn":"A","type":"text","data":[1]}""", "envelope_invalid")]
    public async Task Webhook_ForAnAuthenticBodyThatIsNoPush_Answers400(string body, string reason)
    {
        using var request = dashboard.Sign(body);

        await RefusedAsync(request, HttpStatusCode.BadRequest, reason);
    }

    [Fact]
    public async Task Webhook_ForBytesThatAreNoUtf8_Answers400()
    {
        using var request = dashboard.Sign([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]);

        await RefusedAsync(request, HttpStatusCode.BadRequest, "body_invalid");
    }

    [Fact]
    public async Task Webhook_ForWhateverCannotBeDecrypted_GivesOneAndTheSameAnswer()
    {
        var now = dashboard.Now();
        var wrongKey = PushBody.Safe(PushService.South with { AppId = PushService.North.AppId }, "ANSWER09", 1, now, """{"temperature":1}""");
        var wrongAppId = PushBody.Safe(PushService.North with { AppId = "elsewhere000" }, "ANSWER09", 2, now, """{"temperature":1}""");
        var notJson = PushBody.Safe(PushService.North, "ANSWER09", 3, now, "temperature");
        var notBase64 = """{"sn":"ANSWER09","type":"text","encryptData":"***"}""";

        var answers = new List<string>();
        foreach (var body in new[] { wrongKey, wrongAppId, notJson, notBase64 })
        {
            using var request = dashboard.Sign(body);
            answers.Add(await RefusedAsync(request, HttpStatusCode.BadRequest, "decrypt_failed"));
        }

        Assert.Single(answers.Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Webhook_ForACompressedBody_VerifiesTheBytesAsTheyCame()
    {
        using var request = dashboard.Sign(Push("ANSWER10", 1));
        request.Content?.Headers.ContentEncoding.Add("gzip");

        using var answer = await dashboard.Client.SendAsync(request, Cancelled);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Webhook_ForABodyThatBreaksOff_StoresNothing()
    {
        var before = dashboard.Log.LastId;
        var body = Encoding.UTF8.GetBytes(Push("ANSWER12", 1));
        using var signed = dashboard.Sign(body);
        var head = new StringBuilder("POST /webhook HTTP/1.1\r\nHost: localhost\r\n").Append("Content-Length: ").Append(body.Length).Append("\r\n");
        foreach (var header in signed.Headers)
        {
            head.Append(header.Key).Append(": ").Append(header.Value.Single()).Append("\r\n");
        }

        using (var sender = new TcpClient())
        {
            await sender.ConnectAsync(IPAddress.Loopback, dashboard.Address.Port, Cancelled);
            var stream = sender.GetStream();
            await stream.WriteAsync(Encoding.ASCII.GetBytes(head.Append("\r\n").ToString()), Cancelled);
            await stream.WriteAsync(body.AsMemory(0, body.Length - 1), Cancelled);
        }

        await dashboard.WaitForStatsAsync(stats => stats.GetProperty("rejected").TryGetProperty("body_too_slow", out _));
        Assert.Equal(before, dashboard.Log.LastId);
    }

    [Theory]
    [InlineData("/webhook?x=1")]
    [InlineData("/webhook/")]
    [InlineData("/WEBHOOK")]
    public async Task Webhook_UnderAnotherSpellingOfItsPath_NeverRedirects(string path)
    {
        using var request = dashboard.Sign(Push("ANSWER11", 1));
        request.RequestUri = new Uri(path, UriKind.Relative);

        using var answer = await dashboard.Client.SendAsync(request, Cancelled);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Webhook_ForStringsMadeToHurt_StoresThemAsTheyAre()
    {
        var before = dashboard.Log.LastId;
        var body = """{"sn":"<script>alert(1)</script>","type":"text","msgId":"'; DROP TABLE messages; --","data":{"\u0000":1,"flux\u0000":2,"flux":3,"=cmd()":"\u202E"}}""";

        await dashboard.FoldPushesAsync(body);

        var message = Assert.Single((await dashboard.ApiAsync($"/api/v1/messages?after={before}")).GetProperty("items").EnumerateArray());
        Assert.Equal(body, message.GetProperty("body").GetString());
        var device = await dashboard.ApiAsync("/api/v1/devices/" + Uri.EscapeDataString("<script>alert(1)</script>"));
        Assert.Equal(["\0", "=cmd()", "flux", "flux\0"], device.GetProperty("latest").EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Webhook_ForAnUnknownType_KeepsItAsOther()
    {
        var before = dashboard.Log.LastId;

        await dashboard.FoldPushesAsync("""{"type":"threshold","msgId":9,"level":3}""");

        var message = Assert.Single((await dashboard.ApiAsync($"/api/v1/messages?after={before}")).GetProperty("items").EnumerateArray());
        Assert.Equal("other", message.GetProperty("kind").GetString());
    }

    private string Push(string sn, int msgId) => PushBody.Sensor(sn, msgId, dashboard.Now(), """{"temperature":21.5}""");

    /// <summary>Sends what must be refused and returns the detail of the answer.</summary>
    private async Task<string> RefusedAsync(HttpRequestMessage request, HttpStatusCode status, string reason)
    {
        var before = (dashboard.Log.LastId, dashboard.Status.Refused.GetValueOrDefault(reason));

        using var answer = await dashboard.Client.SendAsync(request, Cancelled);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancelled);
        Assert.Equal(((int)status, reason), (problem.GetProperty("status").GetInt32(), problem.GetProperty("reason").GetString()));
        Assert.Equal((before.LastId, before.Item2 + 1), (dashboard.Log.LastId, dashboard.Status.Refused[reason]));
        return problem.GetProperty("detail").GetString() ?? "";
    }
}
