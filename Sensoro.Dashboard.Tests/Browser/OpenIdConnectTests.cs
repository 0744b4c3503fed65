using Microsoft.Playwright;
using Sensoro.Dashboard.Access;
using Sensoro.Dashboard.Security.People;
using Sensoro.Dashboard.Tests.Integration;
using Sensoro.Dashboard.Tests.OpenId;

namespace Sensoro.Dashboard.Tests.Browser;

/// <summary>People who sign in at a provider, in a real browser and against a real one: who comes in, as whom, with which role.</summary>
[Collection(BrowserTests.Name)]
public sealed class OpenIdConnectTests(ChromiumFixture chromium) : IAsyncDisposable
{
    private readonly OpenIdStage _stage = new(chromium);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private DashboardFactory Dashboard => _stage.Dashboard;

    public ValueTask DisposeAsync() => _stage.DisposeAsync();

    [Fact]
    public async Task SignIn_OfSomebodyWhoseGroupHasARole_LeadsBackToWhereTheyWantedToGo()
    {
        await _stage.StartAsync();
        _stage.Provider.Person = new ProviderPerson("4711", "wang.fang", "crew", "watchers", "unheard of");
        await using var visitor = await _stage.VisitAsync();

        await visitor.Page.GotoAsync("/tasks?q=7");
        await Assertions.Expect(visitor.Find("provider-sign-in")).ToHaveTextAsync("Sign in with Harbour ID");
        await visitor.Find("provider-sign-in").ClickAsync();
        await visitor.WaitUntilInteractiveAsync();

        await visitor.HasAddressAsync("/tasks\\?q=7$");
        await visitor.Find("person-menu").ClickAsync();
        await Assertions.Expect(visitor.Find("person-menu")).ToContainTextAsync("wang.fang");
        await Assertions.Expect(visitor.Find("person-menu")).ToContainTextAsync("Operator");
        Assert.Equal(1, _stage.Provider.Pushed);
        Assert.True(Dashboard.Roster.All.Single(static user => user.Name == "wang.fang").IsOfProvider);
        var entries = await _stage.AuditAsync();
        Assert.Contains(entries, static entry => entry is { Action: "user_added", Target: "wang.fang", Address: not null });
        Assert.Contains(entries, static entry => entry is { Action: "sign_in", Target: "wang.fang" });
        Assert.Empty(visitor.Complaints);
    }

    /// <summary>It would last until the next sign-in only.</summary>
    [Fact]
    public async Task Role_ThatGroupsHaveGiven_IsShownAndNotChangedHere()
    {
        await _stage.StartAsync();
        await using var visitor = await _stage.AdmitAsync(new ProviderPerson("4711", "wang.fang", "crew"));
        await using var administrator = await chromium.VisitAsync(Dashboard.Address);
        await administrator.GoAsync("/users");

        var row = administrator.Page.Locator("[data-testid=user][data-name='wang.fang']");
        await Assertions.Expect(row.Locator("[data-testid=user-role]")).ToHaveTextAsync("Operator");
        await Assertions.Expect(row.Locator("select")).ToHaveCountAsync(0);
        var outcome = await Dashboard.Accounts.GiveRoleAsync(Dashboard.Roster.All.Single(static user => user.Name == "wang.fang").Id, Role.Administrator, Cancelled);
        Assert.Equal(AccountFault.RoleOfGroups, outcome.Fault);
    }

    [Fact]
    public async Task SignIn_WithGroupsInTheDescriptionOfThePerson_FindsThem()
    {
        await _stage.StartAsync();
        (_stage.Provider.Person, _stage.Provider.HasGroupsInUserInfo) = (new ProviderPerson("4711", "wang.fang", "masters", "crew"), true);
        await using var visitor = await _stage.VisitAsync();

        await OpenIdStage.SignInAsync(visitor);
        await visitor.WaitUntilInteractiveAsync();

        Assert.Equal(Role.Administrator, _stage.RoleOf("wang.fang"));
    }

    [Fact]
    public async Task SignIn_OfSomebodyWithoutAGroup_IsRefusedAndSaysWhomToAsk()
    {
        await _stage.StartAsync();
        _stage.Provider.Person = new ProviderPerson("4711", "wang.fang", "Crew", "kitchen");
        await using var visitor = await _stage.VisitAsync();

        await OpenIdStage.SignInAsync(visitor);

        await Assertions.Expect(visitor.Find("account-fault")).ToContainTextAsync("no role here");
        Assert.DoesNotContain(Dashboard.Roster.All, static user => user.Name == "wang.fang");
        Assert.False(await OpenIdStage.IsSignedInAsync(visitor));
        Assert.Contains(await _stage.AuditAsync(), static entry => entry is { Action: "sign_in_refused", Target: "wang.fang" });
    }

    [Fact]
    public async Task Role_AfterAGroupIsTakenAway_IsLowerAtTheNextSignInAndGoneWithTheLast()
    {
        await _stage.StartAsync();
        await using var visitor = await _stage.AdmitAsync(new ProviderPerson("4711", "wang.fang", "masters"));
        Assert.Equal(Role.Administrator, _stage.RoleOf("wang.fang"));

        _stage.Provider.Person = new ProviderPerson("4711", "renamed since", "watchers");
        await OpenIdStage.SignInAsync(visitor);
        await visitor.WaitUntilInteractiveAsync();
        Assert.Equal(Role.Viewer, _stage.RoleOf("wang.fang"));
        Assert.Contains(await _stage.AuditAsync(), static entry => entry is { Action: "role_change", Target: "wang.fang", Before: "Administrator" });

        _stage.Provider.Person = new ProviderPerson("4711", "wang.fang");
        await using var other = await _stage.VisitAsync();
        await OpenIdStage.SignInAsync(other);
        await Assertions.Expect(other.Find("account-fault")).ToContainTextAsync("no role here");

        // The session that was open elsewhere has ended with it.
        Assert.False(await OpenIdStage.IsSignedInAsync(visitor));
    }

    [Fact]
    public async Task SignIn_UnderTheNameOfAnAccountThatWasMadeHere_DoesNotTakeItOver()
    {
        await _stage.StartAsync();
        _stage.Provider.Person = new ProviderPerson("666", DashboardSettings.Administrator.ToUpperInvariant(), "watchers");
        await using var visitor = await _stage.VisitAsync();

        await OpenIdStage.SignInAsync(visitor);

        await Assertions.Expect(visitor.Find("account-fault")).ToContainTextAsync("with your name");
        Assert.False(await OpenIdStage.IsSignedInAsync(visitor));
        Assert.Equal((Role.Administrator, false), (_stage.RoleOf(DashboardSettings.Administrator), Dashboard.Roster.All.Single().IsOfProvider));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("<b>wang</b>")]
    public async Task SignIn_UnderNoNameThatAnAccountCanHave_IsRefused(string? name)
    {
        await _stage.StartAsync();
        _stage.Provider.Person = new ProviderPerson("4711", name, "crew");
        await using var visitor = await _stage.VisitAsync();

        await OpenIdStage.SignInAsync(visitor);

        await Assertions.Expect(visitor.Find("account-fault")).ToContainTextAsync("no name");
        Assert.Single(Dashboard.Roster.All);
    }

    [Fact]
    public async Task SignIn_OfSomebodyWhoIsDeactivated_IsRefused()
    {
        await _stage.StartAsync();
        await using var visitor = await _stage.AdmitAsync(new ProviderPerson("4711", "wang.fang", "crew"));

        await Dashboard.Accounts.DeactivateAsync(Dashboard.Roster.All.Single(static user => user.Name == "wang.fang").Id, Cancelled);

        // In another browser: the page of the first leaves by itself.
        await using var other = await _stage.VisitAsync();
        await OpenIdStage.SignInAsync(other);

        await Assertions.Expect(other.Find("account-fault")).ToContainTextAsync("deactivated");
        Assert.False(await OpenIdStage.IsSignedInAsync(other));
        Assert.False(await OpenIdStage.IsSignedInAsync(visitor));
    }
}
