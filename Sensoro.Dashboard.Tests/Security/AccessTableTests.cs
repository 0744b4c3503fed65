using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Sensoro.Dashboard.Access;
using Sensoro.Dashboard.Tests.Integration;

namespace Sensoro.Dashboard.Tests.Security;

/// <summary>Every address and every command has a decision, the table says so, and the running program keeps to it.</summary>
public sealed partial class AccessTableTests(AccessTableTests.Staffed staffed) : IClassFixture<AccessTableTests.Staffed>
{
    private const string ConfiguredToken = "token of the configuration";
    private const string TokenOf = "token with ";

    private static readonly string[] Everyone =
        ["nobody", nameof(Role.Viewer), nameof(Role.Operator), nameof(Role.Administrator), ConfiguredToken, .. TokenScopes.All.Select(static scope => TokenOf + TokenScopes.Text(scope))];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static TheoryData<string> Callers => [.. Everyone];

    [Fact]
    public void Address_OfTheProgram_HasADecision() =>
        Assert.Empty(AccessTable.Endpoints(staffed.Dashboard).Concat(AccessTable.Assets(staffed.Dashboard))
            .Where(static endpoint => AccessTable.DecisionOf(endpoint) == AccessTable.Undecided).Select(static endpoint => endpoint.DisplayName));

    /// <summary>A change of the table is a change of who may do what: it is to be read before it is kept.</summary>
    [Fact]
    public async Task Table_OfTheProgram_IsTheOneThatIsKept()
    {
        var now = string.Join('\n', AccessTable.Lines(staffed.Dashboard).Select(static line => line.TrimEnd())) + "\n";
        var kept = File.Exists(AccessTable.Path) ? await File.ReadAllTextAsync(AccessTable.Path, Cancelled) : "";
        if (now != kept)
        {
            await File.WriteAllTextAsync(AccessTable.Path + ".new", now, Cancelled);
        }

        Assert.Equal(kept, now);
    }

    [Theory]
    [MemberData(nameof(Callers))]
    public async Task Address_AskedByThemAll_KeepsToTheTable(string caller)
    {
        using var client = staffed.ClientOf(caller);
        var wrong = new List<string>();
        foreach (var endpoint in AccessTable.Endpoints(staffed.Dashboard))
        {
            using var request = RequestTo(endpoint);
            request.Headers.Add("Origin", staffed.Dashboard.Address.GetLeftPart(UriPartial.Authority));
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancelled);
            var isIn = answer.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden);
            if (isIn != MayAsk(AccessTable.DecisionOf(endpoint), caller) && !AnswersByItself(endpoint))
            {
                wrong.Add($"{request.Method} {request.RequestUri}: {answer.StatusCode}");
            }
        }

        Assert.Empty(wrong);
    }

    /// <summary>The webhook has a lock of its own.</summary>
    private static bool AnswersByItself(RouteEndpoint endpoint) => endpoint.RoutePattern.RawText?.Trim('/') == "webhook";

    private static bool MayAsk(string decision, string caller)
    {
        var isPerson = Enum.TryParse<Role>(caller, out var role);
        return TokenScopes.OfPolicy(decision) is { } scope
            ? caller == ConfiguredToken || caller == TokenOf + TokenScopes.Text(scope) || (isPerson && decision == Policies.PersonOrToken(scope))
            : decision == AccessTable.Everybody || (isPerson && role >= Enum.Parse<Role>(decision));
    }

    private static HttpRequestMessage RequestTo(RouteEndpoint endpoint)
    {
        var path = Parameter().Replace(endpoint.RoutePattern.RawText?.TrimStart('/') ?? "", "x");
        var methods = AccessTable.MethodOf(endpoint).Split(',');
        return new HttpRequestMessage(methods.Contains("GET", StringComparer.Ordinal) || methods is ["any"] ? HttpMethod.Get : HttpMethod.Parse(methods[0]), "/" + path);
    }

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Parameter();

    /// <summary>A program with somebody in each role.</summary>
    public sealed class Staffed : IAsyncLifetime
    {
        private readonly Dictionary<string, string> _tokens = new(StringComparer.Ordinal) { [ConfiguredToken] = DashboardSettings.ApiToken };

        public DashboardFactory Dashboard { get; } = new();

        public async ValueTask InitializeAsync()
        {
            await Dashboard.AddUserAsync(nameof(Role.Viewer), Role.Viewer);
            await Dashboard.AddUserAsync(nameof(Role.Operator), Role.Operator);
            await Dashboard.AddUserAsync(nameof(Role.Administrator), Role.Administrator);
            foreach (var scope in TokenScopes.All)
            {
                _tokens[TokenOf + TokenScopes.Text(scope)] = await Dashboard.MakeTokenAsync(scope);
            }
        }

        public ValueTask DisposeAsync() => Dashboard.DisposeAsync();

        public HttpClient ClientOf(string caller)
        {
            var client = Enum.TryParse<Role>(caller, out _) ? Dashboard.ClientOf(caller) : Dashboard.NewStranger();
            if (_tokens.TryGetValue(caller, out var token))
            {
                client.DefaultRequestHeaders.Authorization = new("Bearer", token);
            }

            return client;
        }
    }
}
