using System.Net;

namespace Sensoro.Dashboard.Tests.Integration;

/// <summary>Wherever a link says where to go afterwards, it can only name a place of this site.</summary>
public sealed class ReturnUrlTests(DashboardFactory dashboard) : IClassFixture<DashboardFactory>
{
    private static readonly string[] Doors = ["/account/sign-in", "/account/sign-out", "/language/en", "/zone/site", "/busy"];

    private static readonly string[] Elsewhere =
    [
        "https://evil.example/", "HTTPS://evil.example", "https:evil.example", "https:/evil.example", "//evil.example", "///evil.example", "/\\evil.example", "\\\\evil.example",
        "\\/evil.example", "/\t/evil.example", "/\n/evil.example", "/\r/evil.example", "\t//evil.example", " //evil.example", "/ /evil.example", "/\u0000/evil.example", "\u00A0//evil.example",
        "/%2f/evil.example", "%2f%2fevil.example", "/%5cevil.example", "/%09/evil.example", "/..//evil.example", "/.//evil.example", "/\u2215/evil.example", "/\uFF0Fevil.example",
        "/../../evil.example", "/a/..//evil.example", "/./\\evil.example", "/?//evil.example", "/@evil.example", "@evil.example", "localhost@evil.example", "evil.example", "javascript:alert(1)", "/javascript:alert(1)", "data:text/html,x", "file:///etc/passwd",
        "/\r\nSet-Cookie: forged=1", "/%0d%0aSet-Cookie:%20forged=1", "~/", "~//evil.example", "?//evil.example", "#//evil.example", ".", "",
    ];

    public static TheoryData<string, string> Links
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var door in Doors)
            {
                foreach (var address in Elsewhere)
                {
                    data.Add(door, address);
                }
            }

            return data;
        }
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Links))]
    public async Task Door_WithAnAddressElsewhere_LeadsToThisSite(string door, string address)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer(), UseProxy = false }) { BaseAddress = dashboard.Address };
        using var answer = await GoAsync(client, door, address);

        if (TargetOf(answer) is not { } target)
        {
            // What no text can hold is no form.
            Assert.Equal((HttpStatusCode.BadRequest, true), (answer.StatusCode, address.Contains('\0', StringComparison.Ordinal)));
            return;
        }

        var there = new Uri(dashboard.Address, target);
        Assert.Equal((dashboard.Address.Scheme, dashboard.Address.Authority), (there.Scheme, there.Authority));
        Assert.DoesNotMatch(@"^[/\\\s]{2}|[\u0000-\u001F]|^[a-zA-Z]+:(?!//localhost|//127\.0\.0\.1)", target);
        Assert.DoesNotContain(answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [], static cookie => cookie.StartsWith("forged", StringComparison.Ordinal));
    }

    /// <summary>What is of this site is kept, in letters that a header can carry.</summary>
    [Theory]
    [InlineData("/devices?q=a//b&tag=x%20y#list", "/devices?q=a//b&tag=x%20y#list")]
    [InlineData("/devices?q=锅炉 1", "/devices?q=%E9%94%85%E7%82%89%201")]
    [InlineData("/devices/A%2F%2FB", "/devices/A%2F%2FB")]
    public async Task Door_WithAnAddressOfThisSite_LeadsThere(string address, string expected)
    {
        using var answer = await dashboard.GetAsync("/language/en?returnUrl=" + Uri.EscapeDataString(address), token: null);

        Assert.Equal((HttpStatusCode.Redirect, expected), (answer.StatusCode, answer.Headers.Location?.OriginalString));
    }

    private static string? TargetOf(HttpResponseMessage answer) => answer.Headers.TryGetValues("Refresh", out var refresh)
        ? refresh.Single()[(refresh.Single().IndexOf("url=", StringComparison.Ordinal) + 4)..]
        : answer.Headers.Location?.OriginalString;

    private static async Task<HttpResponseMessage> GoAsync(HttpClient client, string door, string address)
    {
        var link = $"{door}?returnUrl={Uri.EscapeDataString(address)}";
        if (door == "/account/sign-in")
        {
            return await SessionCookie.PostAsync(client, link, "sign-in", new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["UserName"] = DashboardSettings.Administrator, ["Password"] = DashboardSettings.Password,
            });
        }

        if (door != "/account/sign-out")
        {
            return await client.GetAsync(new Uri(link, UriKind.Relative), Cancelled);
        }

        var token = await SessionCookie.FormTokenAsync(client, "/account/sign-in");
        using var form = new FormUrlEncodedContent([new("returnUrl", address), new("__RequestVerificationToken", token)]);
        return await SessionCookie.SendAsync(client, door, form);
    }
}
