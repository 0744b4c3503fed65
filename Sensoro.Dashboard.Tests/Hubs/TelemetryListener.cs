using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http.Connections.Client;
using Microsoft.AspNetCore.SignalR.Client;
using Sensoro.Dashboard.Hubs;
using Sensoro.Dashboard.Tests.Integration;

namespace Sensoro.Dashboard.Tests.Hubs;

/// <summary>A client of the hub as a browser is one: it calls methods and collects what it is told.</summary>
public sealed class TelemetryListener : IAsyncDisposable
{
    // As the server spells them: JavaScript's client ignores capitals, this one does not.
    private static readonly string[] Events =
        [nameof(ITelemetryClient.DevicesChanged), nameof(ITelemetryClient.DeviceChanged), nameof(ITelemetryClient.MessagesArrived), nameof(ITelemetryClient.Pulse)];

    private readonly HubConnection _connection;
    private readonly TaskCompletionSource<Exception?> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Dictionary<string, Channel<JsonElement>> _heard = Events.ToDictionary(name => name, _ => Channel.CreateUnbounded<JsonElement>(), StringComparer.Ordinal);

    private TelemetryListener(Uri address, Action<HttpConnectionOptions> configure)
    {
        _connection = new HubConnectionBuilder().WithUrl(new Uri(address, "/hubs/telemetry"), configure).Build();
        _connection.Closed += error =>
        {
            _ended.TrySetResult(error);
            return Task.CompletedTask;
        };
        foreach (var (name, channel) in _heard)
        {
            _connection.On<JsonElement>(name, news => channel.Writer.TryWrite(news));
        }
    }

    /// <summary>Ends when the server ends the connection.</summary>
    public Task Ended => _ended.Task;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static Task<TelemetryListener> ConnectAsync(DashboardFactory dashboard, string token = DashboardSettings.ApiToken) =>
        ConnectAsync(dashboard, options => options.AccessTokenProvider = () => Task.FromResult<string?>(token));

    /// <summary>As a page of somebody who is signed in.</summary>
    public static async Task<TelemetryListener> ConnectAsAsync(DashboardFactory dashboard, string userName)
    {
        ArgumentNullException.ThrowIfNull(dashboard);
        var cookie = await SessionCookie.OfAsync(dashboard.Address, userName);
        return await ConnectAsync(dashboard, options =>
        {
            options.Headers["Cookie"] = cookie;
            options.Headers["Origin"] = dashboard.Address.GetLeftPart(UriPartial.Authority);
        });
    }

    public Task TellAsync(string method, params object?[] arguments) =>
        _connection.InvokeCoreAsync(method, arguments, Cancelled).WaitAsync(DashboardFactory.Patience, Cancelled);

    public Task<JsonElement> AskAsync(string method, params object?[] arguments) =>
        _connection.InvokeCoreAsync<JsonElement>(method, arguments, Cancelled).WaitAsync(DashboardFactory.Patience, Cancelled);

    /// <summary>The one item of a call that answers with a stream.</summary>
    public async Task<JsonElement> StreamAsync(string method, params object?[] arguments)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        limit.CancelAfter(DashboardFactory.Patience);
        return await _connection.StreamAsyncCore<JsonElement>(method, arguments, limit.Token).SingleAsync(limit.Token);
    }

    /// <summary>The next call of a client method.</summary>
    public Task<JsonElement> NextAsync(string name) => _heard[name].Reader.ReadAsync(Cancelled).AsTask().WaitAsync(DashboardFactory.Patience, Cancelled);

    /// <summary>The next call whose cursor has reached <paramref name="cursor"/>, with all calls before it.</summary>
    public async Task<IReadOnlyList<JsonElement>> UntilAsync(string name, long cursor)
    {
        var heard = new List<JsonElement>();
        do
        {
            heard.Add(await NextAsync(name));
        }
        while (heard[^1].GetProperty("cursor").GetInt64() < cursor);

        return heard;
    }

    /// <summary>Whether anything of that name has come and was not read yet.</summary>
    public bool HasHeard(string name) => _heard[name].Reader.TryPeek(out _);

    /// <summary>Forgets what has come so far: a call that was answered comes behind everything that was sent before it.</summary>
    public void Forget()
    {
        foreach (var channel in _heard.Values)
        {
            while (channel.Reader.TryRead(out _))
            {
                // Old news.
            }
        }
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private static async Task<TelemetryListener> ConnectAsync(DashboardFactory dashboard, Action<HttpConnectionOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(dashboard);
        var listener = new TelemetryListener(dashboard.Address, configure);
        await listener._connection.StartAsync(Cancelled);
        return listener;
    }
}
