using System.Net;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Sensoro.Dashboard.Access;
using Sensoro.Dashboard.Storage.Audit;
using Sensoro.Dashboard.Tests.Integration;
using Sensoro.Dashboard.Tests.OpenId;
using Sensoro.Domain.Audit;

namespace Sensoro.Dashboard.Tests.Browser;

/// <summary>A provider, a program that sends people there, and people in browsers.</summary>
internal sealed class OpenIdStage(ChromiumFixture chromium) : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private OpenIdProvider? _provider;
    private DashboardFactory? _dashboard;

    public OpenIdProvider Provider => _provider ?? throw new InvalidOperationException("No provider was started.");

    public DashboardFactory Dashboard => _dashboard ?? throw new InvalidOperationException("No program was started.");

    /// <summary>For a program that is started more than once.</summary>
    public string DataDirectory => _folder.Path;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>Starts both; <paramref name="values"/> are further settings of the sign-in.</summary>
    public async Task StartAsync(DashboardSettings? settings = null, params (string Key, string Value)[] values)
    {
        _provider = await OpenIdProvider.StartAsync();
        _dashboard = await _provider.ConnectAsync(settings ?? new DashboardSettings(), values);
    }

    /// <summary>A browser; without options, one that nobody has signed in with.</summary>
    public Task<Visitor> VisitAsync(VisitorOptions? options = null) => chromium.VisitAsync(Dashboard.Address, options ?? new VisitorOptions { UserName = null });

    public static async Task SignInAsync(Visitor visitor)
    {
        await visitor.Page.GotoAsync("/account/sign-in");
        await visitor.Find("provider-sign-in").ClickAsync();
    }

    /// <summary>A new browser in which somebody has come in by the provider.</summary>
    public async Task<Visitor> AdmitAsync(ProviderPerson person)
    {
        Provider.Person = person;
        var visitor = await VisitAsync();
        await SignInAsync(visitor);
        await visitor.WaitUntilInteractiveAsync();
        return visitor;
    }

    public static async Task<bool> IsSignedInAsync(Visitor visitor) =>
        (await visitor.Page.Context.APIRequest.GetAsync("/devices/list.csv", new() { MaxRedirects = 0 })).Status == (int)HttpStatusCode.OK;

    public Role? RoleOf(string name) => Dashboard.Roster.All.Single(user => user.Name == name).Role;

    public async Task<IReadOnlyList<AuditEntry>> AuditAsync() =>
        [.. (await Dashboard.Get<AuditQueries>().NewestAsync(new AuditFilter(), null, 50, Cancelled)).Select(static link => link.Entry)];

    public async ValueTask DisposeAsync()
    {
        if (_dashboard is not null)
        {
            Tell(_dashboard.Logs);
            await _dashboard.DisposeAsync();
        }

        if (_provider is not null)
        {
            Tell(_provider.Logs);
            await _provider.DisposeAsync();
        }

        _folder.Dispose();
    }

    /// <summary>What both programs complained of is the first thing to read after a failure.</summary>
    private static void Tell(FakeLogCollector logs)
    {
        foreach (var record in logs.GetSnapshot().Where(static record => record.Level >= LogLevel.Warning))
        {
            TestContext.Current.TestOutputHelper?.WriteLine($"{record.Category}: {record.Message} {record.Exception}");
        }
    }
}
