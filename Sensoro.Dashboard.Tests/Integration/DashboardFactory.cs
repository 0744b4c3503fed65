using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Sensoro.Dashboard.Access;
using Sensoro.Dashboard.Diagnostics;
using Sensoro.Dashboard.Live;
using Sensoro.Dashboard.Security.People;
using Sensoro.Dashboard.Security.Tokens;
using Sensoro.Dashboard.Storage;
using Sensoro.Dashboard.Storage.People;
using Sensoro.Dashboard.Tests.Storage;

namespace Sensoro.Dashboard.Tests.Integration;

/// <summary>The whole program on a real port of this machine with a data directory of its own, driven by intents.</summary>
/// <remarks>Any public type tells the base class which program to start; Program itself exists in the simulator, too.</remarks>
public sealed class DashboardFactory : WebApplicationFactory<LiveFeed>
{
    /// <summary>Far more than anything here takes; a test that waits this long has failed.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TemporaryFolder? _folder;
    private readonly Lazy<HttpClient> _client;
    private readonly Lazy<HttpClient> _stranger;

    public DashboardFactory()
        : this(new DashboardSettings())
    {
    }

    internal DashboardFactory(DashboardSettings settings)
    {
        Settings = settings;
        _folder = settings.DataDirectory is null ? new TemporaryFolder() : null;
        _client = new Lazy<HttpClient>(() => Connect(new SignedInHandler(DashboardSettings.Administrator)));
        _stranger = new Lazy<HttpClient>(() => Connect(Plain()));
        UseKestrel(settings.Port);
    }

    public DashboardSettings Settings { get; }

    public string DataDirectory => Settings.DataDirectory ?? _folder?.Path ?? "";

    /// <summary>Where the program listens.</summary>
    public Uri Address => Client.BaseAddress ?? throw new InvalidOperationException("The program does not listen.");

    /// <summary>A client of the administrator, without redirects. Its pushes carry no cookie, as SENSORO's do not.</summary>
    public HttpClient Client => _client.Value;

    /// <summary>A client without cookies, redirects and credentials.</summary>
    public HttpClient Stranger => _stranger.Value;

    public FakeLogCollector Logs => Services.GetFakeLogCollector();

    internal MessageLog Log => Services.GetRequiredService<MessageLog>();

    internal PipelineStatus Status => Services.GetRequiredService<PipelineStatus>();

    internal UserAccounts Accounts => Services.GetRequiredService<UserAccounts>();

    internal Roster Roster => Services.GetRequiredService<Roster>();

    internal LiveFeed Feed => Services.GetRequiredService<LiveFeed>();

    private TimeProvider Clock => Settings.Clock ?? TimeProvider.System;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>Now, in whole milliseconds as SENSORO's times are.</summary>
    public DateTimeOffset Now() => DateTimeOffset.FromUnixTimeMilliseconds(Clock.GetUtcNow().ToUnixTimeMilliseconds());

    /// <summary>A push signed as SENSORO would sign it now, to be changed before it is sent.</summary>
    public HttpRequestMessage Sign(string body, PushService? service = null) => Sign(Encoding.UTF8.GetBytes(body), service);

    public HttpRequestMessage Sign(byte[] body, PushService? service = null) =>
        (service ?? Settings.PushServices[0]).Sign(Settings.WebhookUrl, body, Now());

    /// <summary>Sends a push as SENSORO would.</summary>
    public async Task<HttpResponseMessage> SendSignedPushAsync(string body, PushService? service = null)
    {
        using var request = Sign(body, service);
        return await Client.SendAsync(request, Cancelled);
    }

    /// <summary>Sends pushes one after the other; each must be answered 200.</summary>
    public async Task StorePushesAsync(params IEnumerable<string> bodies)
    {
        foreach (var body in bodies)
        {
            using var answer = await SendSignedPushAsync(body);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    /// <summary>As <see cref="StorePushesAsync"/>, and their meaning is in the state.</summary>
    public async Task FoldPushesAsync(params IEnumerable<string> bodies)
    {
        await StorePushesAsync(bodies);
        await WaitForFoldedAsync();
    }

    public Task WaitForStoredAsync(long id) => Log.WaitForMoreAsync(id - 1, Cancelled).WaitAsync(Patience, Cancelled);

    /// <summary>Waits until everything in the log is folded into the state and published.</summary>
    public async Task WaitForFoldedAsync()
    {
        var (feed, status, id) = (Feed, Status, Log.LastId);
        using var subscription = feed.Subscribe(new FeedFilter { Fleet = true, Messages = true, Tasks = true }, TimeSpan.Zero);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        limit.CancelAfter(Patience);
        if (status.FoldedId >= id)
        {
            return;
        }

        await foreach (var update in subscription.ReadAllAsync(limit.Token))
        {
            if (update.Cursor >= id)
            {
                return;
            }
        }

        Assert.Fail($"The log was not folded up to {id}; it is at {status.FoldedId}.");
    }

    /// <summary>A part of the program.</summary>
    internal T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>Makes another account, whose password is everybody's.</summary>
    internal async Task<UserRow> AddUserAsync(string name, Role role)
    {
        _ = Client;
        var made = await Accounts.CreateInvitedAsync(name, DashboardSettings.Password, role, Cancelled);
        return made.User ?? throw new InvalidOperationException($"{name}: {made.Fault}");
    }

    /// <summary>Makes a token as on the page; it ends after a month, by the program's clock.</summary>
    internal async Task<string> MakeTokenAsync(TokenScope scopes, string? name = null)
    {
        _ = Client;
        var made = await Get<TokenDesk>().MakeAsync(name ?? $"token {TokenScopes.Text(scopes)}", scopes, Now().AddDays(30), Cancelled);
        return made.Token ?? throw new InvalidOperationException($"{made.Fault}");
    }

    /// <summary>Another client as <see cref="Stranger"/>, to be given what it lacks.</summary>
    public HttpClient NewStranger() => Connect(Plain());

    /// <summary>A client of somebody who is signed in.</summary>
    public HttpClient ClientOf(string userName) => Connect(new SignedInHandler(userName));

    /// <summary>Waits for what has no signal but a counter; each look is a request, so nothing spins.</summary>
    public async Task WaitForStatsAsync(Func<JsonElement, bool> arrived)
    {
        ArgumentNullException.ThrowIfNull(arrived);
        using var limit = new CancellationTokenSource(Patience);
        while (!arrived(await ApiAsync("/api/v1/stats")))
        {
            limit.Token.ThrowIfCancellationRequested();
        }
    }

    /// <summary>The answer of a call of the read API, which must be 200.</summary>
    public async Task<JsonElement> ApiAsync(string path)
    {
        using var answer = await GetAsync(path);
        var text = await answer.Content.ReadAsStringAsync(Cancelled);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path} answered {answer.StatusCode}: {text}");
        return JsonElement.Parse(text);
    }

    /// <summary>A GET with a bearer token; without one when it is null.</summary>
    public async Task<HttpResponseMessage> GetAsync(string path, string? token = DashboardSettings.ApiToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return await Client.SendAsync(request, Cancelled);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        SqliteReading.Release(DataDirectory);
        _folder?.Dispose();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        // As in production, with the generated scripts and styles served from where the build left them.
        builder.UseEnvironment("Production");
        builder.UseStaticWebAssets();
        foreach (var (key, value) in Settings.ToConfiguration(DataDirectory))
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureLogging(static logging => logging.ClearProviders().AddFakeLogging());
        builder.ConfigureTestServices(services =>
        {
            // Passwords of tests are no secrets: checking one should cost nothing.
            services.PostConfigure<PasswordHasherOptions>(static options => options.IterationCount = 1);
            if (Settings.Clock is { } clock)
            {
                services.AddSingleton(clock);
            }

            Settings.Services?.Invoke(services);
        });
    }

    protected override void Dispose(bool disposing)
    {
        foreach (var client in disposing ? new[] { _client, _stranger } : [])
        {
            if (client.IsValueCreated)
            {
                client.Value.Dispose();
            }
        }

        base.Dispose(disposing);
    }

    private static SocketsHttpHandler Plain() => new() { AllowAutoRedirect = false, UseCookies = false, UseProxy = false };

    private HttpClient Connect(HttpMessageHandler handler)
    {
        StartServer();
        return new HttpClient(handler) { BaseAddress = ClientOptions.BaseAddress, Timeout = Patience };
    }
}
