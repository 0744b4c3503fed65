using Microsoft.Playwright;
using Sensoro.Dashboard.Access;
using Sensoro.Dashboard.Tests.Integration;
using Sensoro.Dashboard.Tests.Security.SecondStep;

namespace Sensoro.Dashboard.Tests.Browser;

/// <summary>Passkeys with the browser's own authenticator for tests.</summary>
[Collection(BrowserTests.Name)]
public sealed class PasskeyTests(ChromiumFixture chromium) : IAsyncDisposable
{
    private const string Name = "wang.fang";

    private readonly DashboardFactory _dashboard = new();

    /// <summary>Browsers have passkeys for a name, not for an address in figures.</summary>
    private Uri ByName => new UriBuilder(_dashboard.Address) { Host = "localhost" }.Uri;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _dashboard.DisposeAsync();

    [Fact]
    public async Task Passkey_Added_SignsInInPlaceOfPasswordAndCode()
    {
        var account = await SteppedAccount.MakeAsync(_dashboard, Name);
        await using var visitor = await VisitAsync(Name, account.Code());
        await DeviceAsync(visitor);
        await AddAsync(visitor, "Laptop");
        await visitor.Page.Context.ClearCookiesAsync();

        await SignInByPasskeyAsync(visitor);

        await visitor.Page.GotoAsync("/account");
        await Assertions.Expect(visitor.Find("own-passkey")).ToContainTextAsync("last used");
        Assert.Empty(visitor.Complaints);
    }

    [Fact]
    public async Task Passkey_ChosenBesideTheNames_SignsInWithoutTheButton()
    {
        await _dashboard.AddUserAsync(Name, Role.Viewer);
        await using var visitor = await VisitAsync(Name, isOffered: true);
        await DeviceAsync(visitor);
        await AddAsync(visitor, "Laptop");
        await visitor.Page.Context.ClearCookiesAsync();

        // The browser's device for tests is chosen by itself.
        await visitor.Page.GotoAsync("/account/sign-in?returnUrl=%2Fdevices");

        await visitor.HasAddressAsync("/devices$");
        await visitor.WaitUntilInteractiveAsync();
    }

    [Fact]
    public async Task Passkey_RenamedAndRemoved_IsListedSoAndSignsInNoMore()
    {
        await _dashboard.AddUserAsync(Name, Role.Viewer);
        await using var visitor = await VisitAsync(Name);
        await DeviceAsync(visitor);
        await AddAsync(visitor, "Laptop");

        await visitor.Find("own-passkey").Locator("a").ClickAsync();
        await visitor.Page.Locator("#passkey-name").FillAsync("Work laptop");
        await visitor.Page.GetByTestId("passkey-change").Locator("button.pri").ClickAsync();
        await Assertions.Expect(visitor.Find("own-passkey")).ToHaveAttributeAsync("data-name", "Work laptop");
        await visitor.Find("own-passkey").Locator("a").ClickAsync();
        await visitor.Find("passkey-remove").ClickAsync();
        await Assertions.Expect(visitor.Find("own-passkey")).ToHaveCountAsync(0);

        await RefuseAsync(visitor);
    }

    [Fact]
    public async Task Passkey_OfSomebodyDeactivated_DoesNotSignIn()
    {
        var user = await _dashboard.AddUserAsync(Name, Role.Viewer);
        await using var visitor = await VisitAsync(Name);
        await DeviceAsync(visitor);
        await AddAsync(visitor, "Laptop");
        Acting.As(new Actor("tests", "tests", static () => Role.Administrator));
        await _dashboard.Accounts.DeactivateAsync(user.Id, Cancelled);

        await RefuseAsync(visitor);
    }

    [Fact]
    public async Task Passkey_WithoutAFingerOrAPin_DoesNotSignIn()
    {
        await _dashboard.AddUserAsync(Name, Role.Viewer);
        await using var visitor = await VisitAsync(Name);
        var device = await DeviceAsync(visitor);
        await AddAsync(visitor, "Laptop");
        await visitor.Page.Context.ClearCookiesAsync();
        await device.VerifyAsync(isOwner: false);

        await visitor.Page.GotoAsync("/account/sign-in");
        await visitor.Page.GetByTestId("passkey").Locator("button").ClickAsync();

        await Assertions.Expect(visitor.Page.Locator("[data-passkey-fault]")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task NewPasskey_WithTheWrongPassword_IsNotAskedFor()
    {
        await _dashboard.AddUserAsync(Name, Role.Viewer);
        await using var visitor = await VisitAsync(Name);
        await DeviceAsync(visitor);
        await visitor.Page.GotoAsync("/account/passkeys/new");
        await visitor.Page.Locator("#current").FillAsync("not the password");
        await visitor.Page.GetByTestId("passkey-new").Locator("button.pri").ClickAsync();

        await Assertions.Expect(visitor.Page.Locator("[data-passkey-fault]")).ToHaveTextAsync("The present password is not right.");
    }

    [Fact]
    public async Task Page_UnderAnAddressInFigures_SaysThatThereAreNone()
    {
        await using var visitor = await chromium.VisitAsync(new UriBuilder(_dashboard.Address) { Host = "127.0.0.1" }.Uri);
        await visitor.Page.GotoAsync("/account");

        await Assertions.Expect(visitor.Find("passkey-not-here")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Find("add-passkey")).ToHaveCountAsync(0);
        await visitor.Page.GotoAsync("/account/passkeys/new");
        await Assertions.Expect(visitor.Find("passkey-not-here")).ToBeVisibleAsync();
    }

    private static async Task AddAsync(Visitor visitor, string name)
    {
        await visitor.Page.GotoAsync("/account");
        await visitor.Find("add-passkey").ClickAsync();
        await visitor.Page.Locator("#passkey-name").FillAsync(name);
        await visitor.Page.Locator("#current").FillAsync(DashboardSettings.Password);
        await visitor.Page.GetByTestId("passkey-new").Locator("button.pri").ClickAsync();
        await Assertions.Expect(visitor.Find("own-passkey")).ToHaveAttributeAsync("data-name", name);
    }

    private static async Task SignInByPasskeyAsync(Visitor visitor)
    {
        await visitor.Page.GotoAsync("/account/sign-in?returnUrl=%2Fdevices");
        await visitor.Page.GetByTestId("passkey").Locator("button").ClickAsync();
        await visitor.WaitUntilInteractiveAsync();
        await visitor.HasAddressAsync("/devices$");
    }

    private static async Task RefuseAsync(Visitor visitor)
    {
        await visitor.Page.Context.ClearCookiesAsync();
        await visitor.Page.GotoAsync("/account/sign-in");
        await visitor.Page.GetByTestId("passkey").Locator("button").ClickAsync();

        await Assertions.Expect(visitor.Find("account-fault")).ToContainTextAsync("This passkey does not let you in.");
    }

    private static Task<VirtualDevice> DeviceAsync(Visitor visitor) => VirtualDevice.AttachAsync(visitor.Page);

    private async Task<Visitor> VisitAsync(string name, string? code = null, bool isOffered = false)
    {
        var visitor = await chromium.VisitAsync(ByName, new VisitorOptions { UserName = null });
        if (!isOffered)
        {
            // Otherwise the device for tests answers before anybody can press the button.
            await visitor.Page.AddInitScriptAsync("if (window.PublicKeyCredential) PublicKeyCredential.isConditionalMediationAvailable = () => Promise.resolve(false);");
        }

        await visitor.Page.GotoAsync("/account/sign-in");
        await visitor.SignInAsync(name);
        if (code is not null)
        {
            await visitor.Page.Locator("#code").FillAsync(code);
            await visitor.Page.GetByTestId("code").Locator("button.pri").ClickAsync();
        }

        await visitor.WaitUntilInteractiveAsync();
        return visitor;
    }
}
