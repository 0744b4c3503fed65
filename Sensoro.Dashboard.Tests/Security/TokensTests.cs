using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Sensoro.Dashboard.Access;
using Sensoro.Dashboard.Security.Tokens;
using Sensoro.Dashboard.Storage.Tokens;
using Sensoro.Dashboard.Tests.Hubs;
using Sensoro.Dashboard.Tests.Integration;
using Stored = Sensoro.Dashboard.Tests.Storage.Messages;

namespace Sensoro.Dashboard.Tests.Security;

/// <summary>Tokens that an administrator makes: what each opens, and when it no longer does.</summary>
public sealed class TokensTests : IAsyncDisposable
{
    private readonly StoppedClock _clock = new(Stored.Noon);
    private readonly DashboardFactory _dashboard;

    public TokensTests() => _dashboard = new(new DashboardSettings { Clock = _clock });

    public static TheoryData<string, string> ScopedAddresses => new()
    {
        { "/api/v1/devices", "read" },
        { "/openapi/v1.json", "read" },
        { "/api/v1/exports/readings?from=2026-01-01T00:00:00Z&to=2026-01-02T00:00:00Z", "export" },
        { "/metrics", "metrics" },
        { "/hubs/telemetry/negotiate?negotiateVersion=1", "live" },
    };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private TokenDesk Desk => _dashboard.Get<TokenDesk>();

    private TokenRoster Roster => _dashboard.Get<TokenRoster>();

    public ValueTask DisposeAsync() => _dashboard.DisposeAsync();

    [Theory]
    [MemberData(nameof(ScopedAddresses))]
    public async Task Address_AskedWithEachScope_OpensForItsOwnAndNamesItToTheOthers(string path, string scope)
    {
        foreach (var each in TokenScopes.All)
        {
            var token = await _dashboard.MakeTokenAsync(each);

            var (status, detail, challenge) = await AskAsync(path, token);

            if (TokenScopes.Text(each) == scope)
            {
                Assert.Equal(HttpStatusCode.OK, status);
                continue;
            }

            Assert.Equal(HttpStatusCode.Forbidden, status);
            Assert.Contains($"lacks the scope {scope}", detail, StringComparison.Ordinal);
            Assert.Equal($"Bearer error=\"insufficient_scope\", scope=\"{scope}\"", challenge);
        }
    }

    [Fact]
    public async Task Page_AskedWithAToken_IsForPeople()
    {
        var (status, detail, _) = await AskAsync("/devices", await _dashboard.MakeTokenAsync(TokenScopes.Everything));

        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.Contains("people who are signed in", detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Token_ThatIsRevoked_IsRefusedAtOnceAndSaysSo()
    {
        var token = await _dashboard.MakeTokenAsync(TokenScope.Read);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync("/api/v1/stats", token)).Status);

        Assert.True(await Desk.RevokeAsync(Roster.All[0].Id, Cancelled));
        var (status, detail, challenge) = await AskAsync("/api/v1/stats", token);

        Assert.Equal((HttpStatusCode.Unauthorized, "Bearer error=\"invalid_token\""), (status, challenge));
        Assert.Contains("was revoked", detail, StringComparison.Ordinal);
        Assert.False(await Desk.RevokeAsync(Roster.All[0].Id, Cancelled));
    }

    [Fact]
    public async Task Token_AfterItsEnd_IsRefusedAndSaysSo()
    {
        var token = await _dashboard.MakeTokenAsync(TokenScope.Read);
        _clock.Advance(TimeSpan.FromDays(30) - TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await AskAsync("/api/v1/stats", token)).Status);

        _clock.Advance(TimeSpan.FromSeconds(1));
        var (status, detail, _) = await AskAsync("/api/v1/stats", token);

        Assert.Equal(HttpStatusCode.Unauthorized, status);
        Assert.Contains("has expired", detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tokens_ThatNobodyKnows_AreAllAnsweredTheSame()
    {
        var token = await _dashboard.MakeTokenAsync(TokenScope.Read);

        var answers = new List<(HttpStatusCode Status, string Detail, string Challenge)>();
        foreach (var wrong in new[] { token[..^1], token + "A", "sd_", "guess", token.ToUpperInvariant(), "sd_" + new string('A', 43) })
        {
            answers.Add(await AskAsync("/api/v1/stats", wrong));
        }

        Assert.Single(answers.Distinct());
        Assert.Equal(HttpStatusCode.Unauthorized, answers[0].Status);
    }

    [Fact]
    public async Task Token_ThatIsMade_HasTwoHundredFiftySixBitsAndIsKeptAsAHashAlone()
    {
        var token = await _dashboard.MakeTokenAsync(TokenScope.Read);
        var other = await _dashboard.MakeTokenAsync(TokenScope.Live);

        Assert.Matches("^sd_[A-Za-z0-9_-]{43}$", token);
        Assert.NotEqual(token, other, StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(_dashboard.DataDirectory, "*", SearchOption.AllDirectories).Where(static file => !file.EndsWith(".lock", StringComparison.Ordinal)))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var text = new StreamReader(stream, Encoding.Latin1);
            Assert.DoesNotContain(token[3..], await text.ReadToEndAsync(Cancelled), StringComparison.Ordinal);
        }

        Assert.DoesNotContain(_dashboard.Logs.GetSnapshot(), record => record.Message.Contains(token[3..], StringComparison.Ordinal));
    }

    [Fact]
    public async Task Use_OfAToken_IsWrittenDownLaterAndNotByTheRequest()
    {
        var token = await _dashboard.MakeTokenAsync(TokenScope.Read);
        await AskAsync("/api/v1/stats", token);
        var at = _clock.GetUtcNow();

        Roster.Reload();
        Assert.Null(Roster.All[0].LastUseAt);
        await _dashboard.Get<TokenUses>().WriteAsync(Cancelled);
        Roster.Reload();

        Assert.Equal(at, Roster.All[0].LastUseAt);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Connection_OfATokenThatEnds_IsCut(bool isRevoked)
    {
        var token = await _dashboard.MakeTokenAsync(TokenScope.Live);
        await using var listener = await TelemetryListener.ConnectAsync(_dashboard, token);
        await using var other = await TelemetryListener.ConnectAsync(_dashboard);
        await listener.TellAsync("JoinFleet");
        await other.TellAsync("JoinFleet");

        if (isRevoked)
        {
            await Desk.RevokeAsync(Roster.All[0].Id, Cancelled);
        }
        else
        {
            _clock.Advance(TimeSpan.FromDays(31));
        }

        await listener.Ended.WaitAsync(DashboardFactory.Patience, Cancelled);
        await other.TellAsync("LeaveFleet");
        Assert.False(other.Ended.IsCompleted);
    }

    [Fact]
    public async Task Token_TakenBackByAnotherProgram_EndsWithinSeconds()
    {
        var token = await _dashboard.MakeTokenAsync(TokenScope.Live);
        await using var listener = await TelemetryListener.ConnectAsync(_dashboard, token);

        await using (var connection = new SqliteConnection($"Data Source={Path.Combine(_dashboard.DataDirectory, "sensoro.db")};Pooling=False"))
        {
            await connection.OpenAsync(Cancelled);
            await using var command = connection.CreateCommand();
            command.CommandText = "UPDATE api_tokens SET revoked_at = 1";
            Assert.Equal(1, await command.ExecuteNonQueryAsync(Cancelled));
        }

        await listener.Ended.WaitAsync(DashboardFactory.Patience, Cancelled);
        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync("/api/v1/stats", token)).Status);
    }

    [Fact]
    public async Task Wish_ForAToken_IsHeldAgainstItsRules()
    {
        await _dashboard.MakeTokenAsync(TokenScope.Read, "Grafana");
        var (now, end) = (_clock.GetUtcNow(), _clock.GetUtcNow().AddDays(7));

        Assert.Equal(TokenFault.NameWrong, await FaultAsync("  ", TokenScope.Read, end));
        Assert.Equal(TokenFault.NameWrong, await FaultAsync(new string('x', TokenDesk.LongestName + 1), TokenScope.Read, end));
        Assert.Equal(TokenFault.NameWrong, await FaultAsync("a\nb", TokenScope.Read, end));
        Assert.Equal(TokenFault.NameTaken, await FaultAsync("grafana", TokenScope.Read, end));
        Assert.Equal(TokenFault.NameTaken, await FaultAsync("tests", TokenScope.Read, end));
        Assert.Equal(TokenFault.NoScope, await FaultAsync("other", TokenScope.None, end));
        Assert.Equal(TokenFault.NoScope, await FaultAsync("other", (TokenScope)64 | TokenScope.Read, end));
        Assert.Equal(TokenFault.ExpiryWrong, await FaultAsync("other", TokenScope.Read, now));
        Assert.Equal(TokenFault.ExpiryWrong, await FaultAsync("other", TokenScope.Read, now + TokenDesk.Longest + TimeSpan.FromSeconds(1)));
        Assert.Equal(TokenFault.None, await FaultAsync("other", TokenScope.Read, now + TokenDesk.Longest));
    }

    [Fact]
    public async Task Tokens_BeyondWhatIsKeptApart_AreRefusedAndEndedOnesDoNotCount()
    {
        for (var i = 0; i < ApiTokens.Most; i++)
        {
            Assert.Equal(TokenFault.None, await FaultAsync($"token {i}", TokenScope.Read, _clock.GetUtcNow().AddDays(7)));
        }

        Assert.Equal(TokenFault.TooMany, await FaultAsync("one more", TokenScope.Read, _clock.GetUtcNow().AddDays(7)));
        _clock.Advance(TimeSpan.FromDays(8));

        Assert.Equal(TokenFault.None, await FaultAsync("one more", TokenScope.Read, _clock.GetUtcNow().AddDays(7)));
        _clock.Advance(TimeSpan.FromDays(92));
        Assert.Equal(TokenFault.None, await FaultAsync("the last", TokenScope.Read, _clock.GetUtcNow().AddDays(7)));
        Assert.Equal(["the last", "one more"], Roster.All.Select(static token => token.Name), StringComparer.Ordinal);
    }

    [Fact]
    public async Task TokenOfTheConfiguration_BeforeAnybodyIsThere_OpensEverythingThatTokensOpen()
    {
        await using var fresh = new DashboardFactory(new DashboardSettings { IsSetUp = false });
        foreach (var path in new[] { "/api/v1/stats", "/openapi/v1.json", "/metrics" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Authorization = new("Bearer", DashboardSettings.ApiToken);
            using var answer = await fresh.Stranger.SendAsync(request, Cancelled);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Description_OfTheApi_NamesTheScopeOfEachCall()
    {
        var document = await _dashboard.ApiAsync("/openapi/v1.json");

        Assert.Equal("bearer", document.GetProperty("components").GetProperty("securitySchemes").GetProperty("token").GetProperty("scheme").GetString());
        foreach (var path in document.GetProperty("paths").EnumerateObject())
        {
            var scope = path.Name.StartsWith("/api/v1/exports", StringComparison.Ordinal) ? "export" : "read";
            var needed = path.Value.GetProperty("get").GetProperty("security")[0].GetProperty("token");
            Assert.Equal([scope], needed.EnumerateArray().Select(static text => text.GetString() ?? ""), StringComparer.Ordinal);
        }
    }

    private async Task<TokenFault> FaultAsync(string name, TokenScope scopes, DateTimeOffset end) => (await Desk.MakeAsync(name, scopes, end, Cancelled)).Fault;

    private async Task<(HttpStatusCode Status, string Detail, string Challenge)> AskAsync(string path, string token)
    {
        using var request = new HttpRequestMessage(path.Contains("negotiate", StringComparison.Ordinal) ? HttpMethod.Post : HttpMethod.Get, path);
        request.Headers.Authorization = new("Bearer", token);
        using var answer = await _dashboard.Stranger.SendAsync(request, Cancelled);
        var text = answer.IsSuccessStatusCode ? "" : JsonElement.Parse(await answer.Content.ReadAsStringAsync(Cancelled)).GetProperty("detail").GetString();
        return (answer.StatusCode, text ?? "", answer.Headers.WwwAuthenticate.ToString());
    }
}
