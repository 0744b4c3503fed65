using System.Net;
using System.Text.RegularExpressions;
using Sensoro.Dashboard.Access;
using Sensoro.Dashboard.Security.People;
using Sensoro.Dashboard.Security.SecondStep;
using Sensoro.Dashboard.Tests.Integration;

namespace Sensoro.Dashboard.Tests.Security.SecondStep;

/// <summary>Somebody with a second step, and the app on their phone.</summary>
internal sealed partial class SteppedAccount(DashboardFactory dashboard, string name, string id, byte[] secret, IReadOnlyList<string> recoveryCodes)
{
    public string Id => id;

    /// <summary>The secret as it is typed into an app.</summary>
    public string Key => Base32.Encode(secret);

    public IReadOnlyList<string> RecoveryCodes => recoveryCodes;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<SteppedAccount> MakeAsync(DashboardFactory dashboard, string name, Role role = Role.Viewer)
    {
        var user = await dashboard.AddUserAsync(name, role);
        var standing = dashboard.Roster.Find(user.Id) ?? throw new InvalidOperationException("The user is not known.");
        var steps = dashboard.Get<SecondSteps>();
        var offer = steps.Offer(standing);
        var secret = SecretOf(offer.Key);
        var (outcome, codes, step) = await SwitchOnAsync();
        if (outcome.Fault == AccountFault.CodeWrong && step != TimedCode.StepAt(dashboard.Now()))
        {
            // A step ended between making the code and looking at it: the code before it is too old then.
            (outcome, codes, _) = await SwitchOnAsync();
        }

        Assert.Equal(AccountFault.None, outcome.Fault);
        return new SteppedAccount(dashboard, name, user.Id, secret, codes);

        async Task<(AccountOutcome Outcome, IReadOnlyList<string> Codes, long Step)> SwitchOnAsync()
        {
            var now = TimedCode.StepAt(dashboard.Now());
            var (result, recovery) = await AsAsync(dashboard, user.Id, () => steps.SwitchOnAsync(offer.Sealed, DashboardSettings.Password, TimedCode.Of(secret, now - 1), Cancelled));
            return (result, recovery, now);
        }
    }

    /// <summary>The bytes of a key as an app reads them.</summary>
    public static byte[] SecretOf(string key)
    {
        const string alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var bits = string.Concat(key.Select(static letter => Convert.ToString(alphabet.IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Where(static octet => octet.Length == 8).Select(static octet => Convert.ToByte(new string(octet), 2))];
    }

    /// <summary>Runs something as somebody who is signed in.</summary>
    public static async Task<T> AsAsync<T>(DashboardFactory dashboard, string id, Func<Task<T>> work)
    {
        var user = dashboard.Roster.Find(id) ?? throw new InvalidOperationException("The user is not known.");
        Acting.As(new Actor(id, user.Name, () => dashboard.Roster.Find(id)?.Role));
        return await work();
    }

    /// <summary>What the app shows so many steps from now.</summary>
    public string Code(int distance = 0) => TimedCode.Of(secret, TimedCode.StepAt(dashboard.Now()) + distance);

    /// <summary>A browser that has shown the password.</summary>
    public async Task<HttpClient> HalfWayAsync(CookieContainer? cookies = null)
    {
        var client = Browser(dashboard, cookies);
        using var answer = await SessionCookie.PostAsync(client, "/account/sign-in", "sign-in", Fields(("UserName", name), ("Password", DashboardSettings.Password)));
        Assert.Equal("/account/code", SteppedAccount.PathOf(answer));
        return client;
    }

    /// <summary>Sends a code and tells where it leads to, or what the page says.</summary>
    public static async Task<string> EnterAsync(HttpClient client, string code, string page = "code")
    {
        using var answer = await SessionCookie.PostAsync(client, "/account/" + page, page, Fields(("Code", code)));
        return answer.StatusCode == HttpStatusCode.Redirect ? PathOf(answer) ?? "" : FaultIn(await answer.Content.ReadAsStringAsync(Cancelled));
    }

    public static HttpClient Browser(DashboardFactory dashboard, CookieContainer? cookies = null) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies ?? new CookieContainer(), UseProxy = false }) { BaseAddress = dashboard.Address };

    public static Dictionary<string, string> Fields(params IEnumerable<(string Name, string Value)> fields) => fields.ToDictionary(static field => field.Name, static field => field.Value, StringComparer.Ordinal);

    public static string? PathOf(HttpResponseMessage answer) => answer.Headers.Location is { IsAbsoluteUri: true } absolute ? absolute.PathAndQuery : answer.Headers.Location?.OriginalString;

    private static string FaultIn(string page) => Fault().Match(page) is { Success: true } match ? match.Groups["text"].Value : throw new InvalidOperationException("The page says nothing of a refusal: " + page);

    [GeneratedRegex("account-fault.*?<span[^>]*>(?<text>[^<]+)<", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Fault();
}
