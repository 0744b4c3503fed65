using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Sensoro.Dashboard.Security.FirstRun;
using Sensoro.Dashboard.Tests.Integration;

namespace Sensoro.Dashboard.Tests.Security;

/// <summary>A program that nobody has set up: it takes pushes, and an administrator who can read its console.</summary>
public sealed class FirstRunTests : IAsyncDisposable
{
    private const string Name = "zhao.min";

    private readonly DashboardFactory _dashboard = new(new DashboardSettings { IsSetUp = false });

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private SetUpCode Code => _dashboard.Services.GetRequiredService<SetUpCode>();

    public ValueTask DisposeAsync() => _dashboard.DisposeAsync();

    [Theory]
    [InlineData("/")]
    [InlineData("/devices")]
    [InlineData("/d/0117C5A9D0AA0001")]
    [InlineData("/account/sign-in")]
    [InlineData("/account/password")]
    [InlineData("/users")]
    [InlineData("/no/such/page")]
    [InlineData("/metrics")]
    public async Task Page_BeforeSetUp_LeadsToTheSetUp(string path)
    {
        using var answer = await AskAsync(path, "text/html");

        Assert.Equal((HttpStatusCode.Redirect, "/setup"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
    }

    [Theory]
    [InlineData("/api/v1/devices")]
    [InlineData("/api/v1/stats")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/hubs/telemetry")]
    [InlineData("/_blazor/negotiate")]
    [InlineData("/metrics")]
    [InlineData("/exports/00000000000000000000000000000000/file")]
    public async Task Call_BeforeSetUp_IsRefused(string path)
    {
        using var answer = await AskAsync(path, "application/json");

        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden });
    }

    /// <summary>Whoever has configured it owns the machine; the program that bears it is not to fall silent after an update.</summary>
    [Theory]
    [InlineData("/api/v1/devices", HttpStatusCode.OK)]
    [InlineData("/openapi/v1.json", HttpStatusCode.OK)]
    [InlineData("/metrics", HttpStatusCode.OK)]
    [InlineData("/exports/00000000000000000000000000000000/file", HttpStatusCode.Forbidden)]
    [InlineData("/users", HttpStatusCode.Forbidden)]
    public async Task Call_BeforeSetUp_WithAConfiguredToken_IsJudgedAsOnAnyOtherDay(string path, HttpStatusCode expected)
    {
        using var answer = await AskAsync(path, "application/json", DashboardSettings.ApiToken);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task Call_BeforeSetUp_WithAnUnknownToken_Is401()
    {
        using var answer = await AskAsync("/api/v1/devices", "application/json", "guessed-guessed-guessed");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory]
    [InlineData("/setup")]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/favicon.svg")]
    [InlineData("/dist/app.css")]
    public async Task Address_ThatIsForEverybody_AnswersBeforeSetUp(string path)
    {
        using var answer = await AskAsync(path, "text/html");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Push_BeforeSetUp_IsStored()
    {
        using var answer = await _dashboard.SendSignedPushAsync(PushBody.Sensor("FIRST", 1, _dashboard.Now(), "{}"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task SetUp_WithTheCode_MakesTheAdministratorOnceAndSignsThemIn()
    {
        using var client = NewClient();
        var code = Code.Renew();

        using var made = await SetUpAsync(client, code);
        using var first = await client.GetAsync(new Uri("/users", UriKind.Relative), Cancelled);
        using var again = await AskAsync("/setup", "text/html");

        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.Equal(SetUpCodeCheck.Expired, Code.Check(code));
        Assert.Equal(HttpStatusCode.OK, (await _dashboard.GetAsync("/api/v1/stats")).StatusCode);
    }

    [Theory]
    [InlineData("AAAAA-AAAAA-AAAAA-AAAAA", DashboardSettings.Password)]
    [InlineData(null, "password1234")]
    public async Task SetUp_WithAWrongCodeOrAPoorPassword_MakesNobody(string? code, string password)
    {
        using var client = NewClient();
        var right = Code.Renew();

        using var answer = await SetUpAsync(client, code ?? right, password);

        Assert.Contains("account-fault", await answer.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
        Assert.True(_dashboard.Services.GetRequiredService<SetUpDesk>().IsOpen);
    }

    [Fact]
    public async Task SetUp_ByManyAtOnce_MakesOneAdministrator()
    {
        var code = Code.Renew();
        _ = _dashboard.Client;
        var desk = _dashboard.Services.GetRequiredService<SetUpDesk>();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => desk.TryAsync(code, $"admin{number}", DashboardSettings.Password, Cancelled)));

        Assert.Single(outcomes, outcome => outcome is { Code: SetUpCodeCheck.Right, Account.User: not null });
    }

    private HttpClient NewClient() =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer(), UseProxy = false }) { BaseAddress = _dashboard.Address };

    private static Task<HttpResponseMessage> SetUpAsync(HttpClient client, string code, string password = DashboardSettings.Password) => SessionCookie.PostAsync(
        client, "/setup", "set-up", new Dictionary<string, string>(StringComparer.Ordinal) { ["Code"] = code, ["UserName"] = Name, ["Password"] = password });

    private async Task<HttpResponseMessage> AskAsync(string path, string accept, string? token = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.ParseAdd(accept);
        request.Headers.Authorization = token is null ? null : new("Bearer", token);
        return await _dashboard.Stranger.SendAsync(request, Cancelled);
    }
}
