using System.Net;
using Microsoft.Extensions.Options;
using Sensoro.Dashboard.Access;
using Sensoro.Dashboard.Security.People;
using Sensoro.Dashboard.Security.SecondStep;
using Sensoro.Dashboard.Security.SignIn;
using Sensoro.Dashboard.Storage;
using Sensoro.Dashboard.Storage.Audit;
using Sensoro.Dashboard.Tests.Integration;
using Sensoro.Domain.Audit;

namespace Sensoro.Dashboard.Tests.Security.SecondStep;

/// <summary>The way in for people with a second step, and the ways that are none.</summary>
public sealed class SecondStepSignInTests : IAsyncDisposable
{
    private const string Name = "wang.fang";
    private const string Wrong = "This code is not right, or it was used before.";

    private readonly StoppedClock _clock = new(DateTimeOffset.FromUnixTimeSeconds(1_900_000_000));
    private readonly DashboardFactory _dashboard;

    public SecondStepSignInTests() => _dashboard = new DashboardFactory(new DashboardSettings { Clock = _clock });

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _dashboard.DisposeAsync();

    [Fact]
    public async Task Password_OfAnAccountWithASecondStep_LetsNobodyInYet()
    {
        var account = await SteppedAccount.MakeAsync(_dashboard, Name);
        using var client = await account.HalfWayAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(client));
        Assert.Equal("/", await SteppedAccount.EnterAsync(client, account.Code()));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client));
    }

    [Fact]
    public async Task Code_UsedOnce_IsRefusedInItsTimeStep()
    {
        var account = await SteppedAccount.MakeAsync(_dashboard, Name);
        using var first = await account.HalfWayAsync();
        using var second = await account.HalfWayAsync();
        var code = account.Code();

        Assert.Equal("/", await SteppedAccount.EnterAsync(first, code));
        Assert.StartsWith(Wrong, await SteppedAccount.EnterAsync(second, code), StringComparison.Ordinal);
        Assert.StartsWith(Wrong, await SteppedAccount.EnterAsync(second, account.Code(-1)), StringComparison.Ordinal);
        _clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal("/", await SteppedAccount.EnterAsync(second, account.Code()));
    }

    [Fact]
    public async Task Code_UsedByTwoAtOnce_LetsOneIn()
    {
        var account = await SteppedAccount.MakeAsync(_dashboard, Name);
        var clients = new[] { await account.HalfWayAsync(), await account.HalfWayAsync(), await account.HalfWayAsync() };

        var answers = await Task.WhenAll(clients.Select(client => SteppedAccount.EnterAsync(client, account.Code())));

        Assert.Single(answers, static answer => answer == "/");
        Assert.All(clients, static client => client.Dispose());
    }

    [Fact]
    public async Task RecoveryCode_UsedOnce_CountsNoMore()
    {
        var account = await SteppedAccount.MakeAsync(_dashboard, Name);
        using var first = await account.HalfWayAsync();
        using var second = await account.HalfWayAsync();
        var code = account.RecoveryCodes[3];

        Assert.Equal("/", await SteppedAccount.EnterAsync(first, code.ToUpperInvariant(), "recovery"));
        Assert.StartsWith(Wrong, await SteppedAccount.EnterAsync(second, code, "recovery"), StringComparison.Ordinal);
        Assert.Equal("/", await SteppedAccount.EnterAsync(second, account.RecoveryCodes[4], "recovery"));
        Assert.Equal(RecoveryCodes.Count - 2, await _dashboard.Get<SecondSteps>().CodesLeftAsync(account.Id));
    }

    [Fact]
    public async Task Codes_WrongFiveTimes_PauseTheAccountWhateverPasswordIsShown()
    {
        var account = await SteppedAccount.MakeAsync(_dashboard, Name);
        for (var i = 0; i < AddressPause.MostTries / 2; i++)
        {
            // A right password in between takes nothing back.
            using var client = await account.HalfWayAsync();
            Assert.StartsWith(Wrong, await SteppedAccount.EnterAsync(client, "000000"), StringComparison.Ordinal);
        }

        using var late = SteppedAccount.Browser(_dashboard);
        using var refused = await SessionCookie.PostAsync(late, "/account/sign-in", "sign-in", SteppedAccount.Fields(("UserName", Name), ("Password", DashboardSettings.Password)));
        Assert.Equal((HttpStatusCode.Redirect, "/account/sign-in"), (refused.StatusCode, refused.Headers.Location?.OriginalString));
    }

    [Fact]
    public async Task Codes_WrongTenTimesFromOneAddress_PauseIt()
    {
        var (first, second) = (await SteppedAccount.MakeAsync(_dashboard, Name), await SteppedAccount.MakeAsync(_dashboard, "zhao.min"));
        using var one = await first.HalfWayAsync();
        using var other = await second.HalfWayAsync();
        for (var i = 0; i < AddressPause.MostTries / 2; i++)
        {
            await SteppedAccount.EnterAsync(one, "000000");
            await SteppedAccount.EnterAsync(other, "000000", "recovery");
        }

        Assert.StartsWith("Too many wrong tries from here.", await SteppedAccount.EnterAsync(one, first.Code()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not-a-cookie")]
    [InlineData("CfDJ8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task HalfWayCookie_ThatWasForged_CountsForNothing(string value)
    {
        await SteppedAccount.MakeAsync(_dashboard, Name);
        var cookies = new CookieContainer();
        cookies.Add(_dashboard.Address, new Cookie(HalfWay.Cookie, value));
        using var client = SteppedAccount.Browser(_dashboard, cookies);

        Assert.Contains("Begin with the password again", await client.GetStringAsync(new Uri("/account/code", UriKind.Relative), Cancelled), StringComparison.Ordinal);
    }

    [Fact]
    public async Task HalfWayCookie_AfterFiveMinutes_CountsForNothing()
    {
        var account = await SteppedAccount.MakeAsync(_dashboard, Name);
        var cookies = new CookieContainer();
        using var client = await account.HalfWayAsync(cookies);
        _clock.Advance(HalfWay.Lifetime);

        Assert.Contains("Begin with the password again", await client.GetStringAsync(new Uri("/account/code", UriKind.Relative), Cancelled), StringComparison.Ordinal);
    }

    [Fact]
    public async Task HalfWayCookie_OfAStampThatChanged_CountsForNothing()
    {
        var account = await SteppedAccount.MakeAsync(_dashboard, Name);
        using var client = await account.HalfWayAsync();
        var page = await client.GetStringAsync(new Uri("/account/code", UriKind.Relative), Cancelled);
        Assert.Contains("data-testid=\"code\"", page, StringComparison.Ordinal);

        Acting.As(new Actor("tests", "tests", static () => Role.Administrator));
        await _dashboard.Accounts.EndSessionsAsync(account.Id, Cancelled);

        Assert.Contains("Begin with the password again", await client.GetStringAsync(new Uri("/account/code", UriKind.Relative), Cancelled), StringComparison.Ordinal);
    }

    [Fact]
    public async Task HalfWayCookie_OfAnotherPurpose_IsNoSession()
    {
        var account = await SteppedAccount.MakeAsync(_dashboard, Name);
        var cookies = new CookieContainer();
        using var client = await account.HalfWayAsync(cookies);
        var value = cookies.GetCookies(_dashboard.Address)[HalfWay.Cookie]?.Value;
        using var request = new HttpRequestMessage(HttpMethod.Get, "/devices");
        request.Headers.Add("Cookie", $"{SessionCookie.Name}={value}");
        using var answer = await _dashboard.Stranger.SendAsync(request, Cancelled);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task PasswordLink_OfAnAccountWithASecondStep_AsksForTheCodeToo()
    {
        var account = await SteppedAccount.MakeAsync(_dashboard, Name);
        Acting.As(new Actor("tests", "tests", static () => Role.Administrator));
        var standing = _dashboard.Roster.Find(account.Id) ?? throw new InvalidOperationException("The user is not known.");
        var link = await _dashboard.Get<InvitationDesk>().OfferPasswordAsync(standing, Cancelled);
        using var client = SteppedAccount.Browser(_dashboard);

        using var answer = await SessionCookie.PostAsync(client, $"{InvitationDesk.Path}?code={link}", "new-password", SteppedAccount.Fields(("Password", "another brook in the valley")));

        Assert.Equal("/account/code", SteppedAccount.PathOf(answer));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(client));
        Assert.Equal("/", await SteppedAccount.EnterAsync(client, account.Code()));
    }

    [Fact]
    public async Task SecondStep_TakenOffByAnAdministrator_IsAskedForNoMore()
    {
        var account = await SteppedAccount.MakeAsync(_dashboard, Name);
        Acting.As(new Actor("tests", "tests", static () => Role.Administrator));

        Assert.Equal(AccountFault.None, (await _dashboard.Accounts.RemoveSecondStepAsync(account.Id, Cancelled)).Fault);

        Assert.Equal(AccountFault.SecondStepOff, (await _dashboard.Accounts.RemoveSecondStepAsync(account.Id, Cancelled)).Fault);
        Assert.NotEmpty(await SessionCookie.OfAsync(_dashboard.Address, Name));
    }

    [Fact]
    public async Task SecondStep_OfAnAdministrator_IsNotTakenOffByThemselves()
    {
        var account = await SteppedAccount.MakeAsync(_dashboard, Name, Role.Administrator);

        var outcome = await SteppedAccount.AsAsync(_dashboard, account.Id, () => _dashboard.Accounts.RemoveSecondStepAsync(account.Id, Cancelled));

        Assert.Equal(AccountFault.OwnAccount, outcome.Fault);
        Assert.True(_dashboard.Roster.Find(account.Id)?.HasSecondStep);
    }

    [Fact]
    public async Task SecondStep_WithTheWrongPassword_IsNeitherSwitchedOnNorOff()
    {
        var account = await SteppedAccount.MakeAsync(_dashboard, Name);
        var steps = _dashboard.Get<SecondSteps>();

        Assert.Equal(AccountFault.PasswordWrong, (await SteppedAccount.AsAsync(_dashboard, account.Id, () => steps.SwitchOffAsync("not the password", Cancelled))).Fault);
        Assert.Equal(AccountFault.PasswordWrong, (await SteppedAccount.AsAsync(_dashboard, account.Id, () => steps.RenewCodesAsync("not the password", Cancelled))).Outcome.Fault);
        Assert.True(_dashboard.Roster.Find(account.Id)?.HasSecondStep);
        var (renewed, codes) = await SteppedAccount.AsAsync(_dashboard, account.Id, () => steps.RenewCodesAsync(DashboardSettings.Password, Cancelled));
        Assert.Equal((AccountFault.None, RecoveryCodes.Count), (renewed.Fault, codes.Count));
        using var client = await account.HalfWayAsync();
        Assert.StartsWith(Wrong, await SteppedAccount.EnterAsync(client, account.RecoveryCodes[0], "recovery"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Offer_OfAnotherAccount_SwitchesNothingOn()
    {
        var (user, other) = (await _dashboard.AddUserAsync(Name, Role.Viewer), await _dashboard.AddUserAsync("zhao.min", Role.Viewer));
        var steps = _dashboard.Get<SecondSteps>();
        var offer = steps.Offer(_dashboard.Roster.Find(other.Id) ?? throw new InvalidOperationException("The user is not known."));
        var code = TimedCode.Of(SteppedAccount.SecretOf(offer.Key), TimedCode.StepAt(_clock.GetUtcNow()));

        var (outcome, codes) = await SteppedAccount.AsAsync(_dashboard, user.Id, () => steps.SwitchOnAsync(offer.Sealed, DashboardSettings.Password, code, Cancelled));

        Assert.Equal(AccountFault.CodeWrong, outcome.Fault);
        Assert.Empty(codes);
    }

    [Fact]
    public async Task Secret_OnDisk_IsEncryptedAndRecoveryCodesAreNotThere()
    {
        var account = await SteppedAccount.MakeAsync(_dashboard, Name);
        var folder = _dashboard.Get<IOptions<StorageOptions>>().Value.DataDirectory;

        var files = Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Where(static file => Path.GetFileName(file).StartsWith(DataFiles.State, StringComparison.Ordinal)).Select(ReadShared).ToList();

        Assert.Contains(files, static text => text.Contains("second-step", StringComparison.Ordinal));
        Assert.All(files, text => Assert.DoesNotContain(account.RecoveryCodes, code => text.Contains(code, StringComparison.Ordinal)));
        Assert.All(files, text => Assert.DoesNotContain(account.Key, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Trail_OfASecondStep_NamesWhoCameInAndNobodyForARefusal()
    {
        var account = await SteppedAccount.MakeAsync(_dashboard, Name);
        using var client = await account.HalfWayAsync();
        await SteppedAccount.EnterAsync(client, "000000");
        await SteppedAccount.EnterAsync(client, account.RecoveryCodes[0], "recovery");

        Acting.As(new Actor("tests", "tests", static () => Role.Administrator));
        var entries = (await _dashboard.Get<AuditQueries>().NewestAsync(new AuditFilter(), null, 4, Cancelled)).Select(static link => link.Entry).ToList();

        Assert.Equal(
            new[] { (AuditActions.Text(AuditAction.SignIn), Name), (AuditActions.Text(AuditAction.RecoveryCodeUsed), Name), (AuditActions.Text(AuditAction.SignInRefused), ""), (AuditActions.Text(AuditAction.SecondStepOn), Name) },
            entries.Select(static entry => (entry.Action, entry.Actor)));
        Assert.Equal(account.Id, entries[0].ActorId);
        Assert.NotNull(entries[0].Address);
    }

    private static string ReadShared(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(file, System.Text.Encoding.Latin1);
        return reader.ReadToEnd();
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client)
    {
        using var answer = await client.GetAsync(new Uri("/devices", UriKind.Relative), Cancelled);
        return answer.StatusCode;
    }
}
