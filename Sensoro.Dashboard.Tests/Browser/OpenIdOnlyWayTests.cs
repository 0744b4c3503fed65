using System.Net;
using Sensoro.Dashboard.Access;
using Sensoro.Dashboard.Security.OpenId;
using Sensoro.Dashboard.Tests.Integration;
using Sensoro.Dashboard.Tests.OpenId;

namespace Sensoro.Dashboard.Tests.Browser;

/// <summary>A program whose only way in is the provider.</summary>
[Collection(BrowserTests.Name)]
public sealed class OpenIdOnlyWayTests(ChromiumFixture chromium) : IAsyncDisposable
{
    private readonly OpenIdStage _stage = new(chromium);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private DashboardFactory Dashboard => _stage.Dashboard;

    public ValueTask DisposeAsync() => _stage.DisposeAsync();

    [Fact]
    public async Task OnlyWay_OfTheProvider_ClosesEveryOther()
    {
        await _stage.StartAsync(new DashboardSettings { IsSetUp = false }, ("Only", "true"));
        _stage.Provider.Person = new ProviderPerson("1", "zhao.lei", "masters");
        await using var visitor = await _stage.VisitAsync();

        // Nobody is there yet: the first administrator comes by group, without having seen a form.
        await visitor.GoAsync("/users");
        Assert.Equal(Role.Administrator, _stage.RoleOf("zhao.lei"));
        await visitor.HasAddressAsync("/users$");

        await Dashboard.AddUserAsync("local", Role.Administrator);
        using var client = Dashboard.NewStranger();
        foreach (var path in new[] { "/account/sign-in", "/setup", "/invitation?code=none" })
        {
            using var page = await AskAsync(client, HttpMethod.Get, path);
            Assert.Equal((HttpStatusCode.Redirect, OpenIdAddress.SignIn), (page.StatusCode, page.Headers.Location?.OriginalString));
            using var post = await AskAsync(client, HttpMethod.Post, path);
            Assert.Equal(HttpStatusCode.Forbidden, post.StatusCode);
            Assert.False(post.Headers.Contains("Set-Cookie"));
        }
    }

    [Fact]
    public async Task Form_OfAPasswordThatIsRight_IsRefusedWhereTheProviderIsTheOnlyWay()
    {
        await using (var open = new DashboardFactory(new DashboardSettings { DataDirectory = _stage.DataDirectory }))
        {
            Assert.NotEmpty(await SessionCookie.OfAsync(open.Address, DashboardSettings.Administrator));
        }

        await _stage.StartAsync(new DashboardSettings { DataDirectory = _stage.DataDirectory }, ("Only", "true"));
        using var client = Dashboard.NewStranger();
        using var form = new FormUrlEncodedContent([new("_handler", "sign-in"), new("Form.UserName", DashboardSettings.Administrator), new("Form.Password", DashboardSettings.Password)]);
        using var answer = await SessionCookie.SendAsync(client, "/account/sign-in", form);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Contains("closed", await answer.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> AskAsync(HttpClient client, HttpMethod method, string path)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        request.Headers.Add("Accept", "text/html");
        request.Headers.Add("Origin", client.BaseAddress?.GetLeftPart(UriPartial.Authority));
        return await client.SendAsync(request, Cancelled);
    }
}
