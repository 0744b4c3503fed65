using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Sensoro.Dashboard.Tests.Integration;

namespace Sensoro.Dashboard.Tests.Security;

/// <summary>What looks like a session and is none.</summary>
public sealed class ForgedCookieTests(DashboardFactory dashboard) : IClassFixture<DashboardFactory>
{
    private static readonly Dictionary<string, Func<DashboardFactory, string, string>> Forgeries = new(StringComparer.Ordinal)
    {
        ["chance"] = static (_, _) => Convert.ToHexString(RandomNumberGenerator.GetBytes(300)),
        ["half of a real one"] = static (_, real) => real[..(real.Length / 2)],
        ["one without its end"] = static (_, real) => real[..^1],
        ["one with another letter"] = static (_, real) => string.Concat(real[..40], real[40] == 'A' ? "B" : "A", real[41..]),
        ["one with something behind it"] = static (_, real) => real + "AAAA",
        ["one of another key ring"] = static (dashboard, real) => Sealed(new EphemeralDataProtectionProvider(), PurposesOf, TicketOf(dashboard, real)),
        ["one for another purpose"] = static (dashboard, real) => Sealed(dashboard.Get<IDataProtectionProvider>(), static _ => ["another purpose"], TicketOf(dashboard, real)),
        ["one that has run out"] = static (dashboard, real) => RunOut(dashboard, TicketOf(dashboard, real)),
        ["pieces that are not there"] = static (_, _) => "chunks-3",
        ["more pieces than there can be"] = static (_, _) => "chunks-2000000000",
        ["pieces without a number"] = static (_, _) => "chunks--1",
        ["nothing"] = static (_, _) => "",
    };

    public static TheoryData<string> Kinds => [.. Forgeries.Keys];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Cookie_SealedAsTheProgramDoes_Counts()
    {
        var ticket = TicketOf(dashboard, await RealAsync());

        Assert.Equal(HttpStatusCode.OK, await AskAsync(OptionsOf(dashboard).TicketDataFormat.Protect(ticket)));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(Sealed(dashboard.Get<IDataProtectionProvider>(), PurposesOf, ticket)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Cookie_ThatWasForged_CountsForNothing(string kind) =>
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(Forgeries[kind](dashboard, await RealAsync())));

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task SignOut_WithAForgedCookie_IsAnsweredAtOnce(string kind)
    {
        var cookies = new CookieContainer();
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies, UseProxy = false })
        {
            BaseAddress = dashboard.Address, Timeout = TimeSpan.FromSeconds(15),
        };
        var token = await SessionCookie.FormTokenAsync(client, "/account/sign-in");
        cookies.Add(dashboard.Address, new Cookie(SessionCookie.Name, Forgeries[kind](dashboard, await RealAsync())));
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("returnUrl", "/devices")]);

        using var answer = await SessionCookie.SendAsync(client, "/account/sign-out", form);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    /// <summary>The token of a form is sealed with the same keys; it opens no door.</summary>
    [Fact]
    public async Task Cookie_ThatIsTheOneOfAForm_CountsForNothing()
    {
        using var page = await dashboard.Stranger.GetAsync(new Uri("/account/sign-in", UriKind.Relative), Cancelled);
        var ofForm = Assert.Single(page.Headers.GetValues("Set-Cookie"), static cookie => cookie.Contains("ntiforgery", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(ofForm[(ofForm.IndexOf('=', StringComparison.Ordinal) + 1)..ofForm.IndexOf(';', StringComparison.Ordinal)]));
    }

    private static CookieAuthenticationOptions OptionsOf(DashboardFactory dashboard) =>
        dashboard.Get<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);

    private static AuthenticationTicket TicketOf(DashboardFactory dashboard, string real) =>
        OptionsOf(dashboard).TicketDataFormat.Unprotect(real) ?? throw new InvalidOperationException("The real cookie cannot be opened.");

    private static string Sealed(IDataProtectionProvider keys, Func<string, string[]> purposes, AuthenticationTicket ticket) =>
        new TicketDataFormat(keys.CreateProtector(purposes(ticket.AuthenticationScheme))).Protect(ticket);

    /// <summary>As the framework separates the cookies of its schemes.</summary>
    private static string[] PurposesOf(string scheme) => ["Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationMiddleware", scheme, "v2"];

    private static string RunOut(DashboardFactory dashboard, AuthenticationTicket ticket)
    {
        ticket.Properties.ExpiresUtc = dashboard.Now().AddMinutes(-1);
        return OptionsOf(dashboard).TicketDataFormat.Protect(ticket);
    }

    private async Task<string> RealAsync() =>
        Uri.UnescapeDataString((await SessionCookie.OfAsync(dashboard.Address, DashboardSettings.Administrator))[(SessionCookie.Name.Length + 1)..]);

    private async Task<HttpStatusCode> AskAsync(string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/devices");
        request.Headers.Add("Cookie", $"{SessionCookie.Name}={cookie}");
        using var answer = await dashboard.Stranger.SendAsync(request, Cancelled);
        return answer.StatusCode;
    }
}
