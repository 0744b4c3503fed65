using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Sensoro.Simulator.Bench.Load;

namespace Sensoro.Simulator.Bench.Servers;

/// <summary>The real dashboard as a process of its own, on a free port of this machine and files that the caller owns.</summary>
internal sealed class DashboardChild : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";
    private const string Allocated = "dotnet_gc_heap_total_allocated";
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan SettleLimit = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan SettlePause = TimeSpan.FromMilliseconds(20);

    private readonly HttpClient _client;

    private DashboardChild(ChildProcess process, Uri address)
    {
        (Process, Address) = (process, address);
        _client = new HttpClient { BaseAddress = address };
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", BenchKeys.ApiToken);
    }

    public ChildProcess Process { get; }

    public Uri Address { get; }

    public int Port => Address.Port;

    /// <summary>Starts it and returns when it listens.</summary>
    /// <param name="program">The assembly of the web application.</param>
    /// <param name="dataDirectory">Where its files are.</param>
    public static Task<DashboardChild> StartAsync(string program, string dataDirectory, CancellationToken cancellationToken) =>
        StartAsync(program, dataDirectory, Surroundings.Usual, cancellationToken);

    /// <summary>Starts it in surroundings that are not the usual ones.</summary>
    public static async Task<DashboardChild> StartAsync(string program, string dataDirectory, Surroundings surroundings, CancellationToken cancellationToken)
    {
        var process = ChildProcess.Start(program, [], [.. Settings(dataDirectory), .. surroundings.Variables], surroundings.Launcher);
        try
        {
            while (true)
            {
                var line = await process.HearAsync(StartLimit, cancellationToken);
                if (line.IndexOf(Listening, StringComparison.Ordinal) is var at and >= 0)
                {
                    return new DashboardChild(process, new Uri(line[(at + Listening.Length)..].Trim()));
                }
            }
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    public async Task<DashboardStats> StatsAsync(CancellationToken cancellationToken)
    {
        using var stats = JsonDocument.Parse(await GetAsync("/api/v1/stats", cancellationToken));
        return new(stats.RootElement.GetProperty("lastMessageId").GetInt64(), stats.RootElement.GetProperty("foldedMessageId").GetInt64());
    }

    /// <summary>The answer of a call of the read API.</summary>
    /// <exception cref="HttpRequestException">It was not a good one.</exception>
    public Task<byte[]> GetAsync(string path, CancellationToken cancellationToken) => _client.GetByteArrayAsync(new Uri(path, UriKind.Relative), cancellationToken);

    /// <summary>Waits until everything in the log is folded. Another process has no signal to offer; each look is a request.</summary>
    public async Task<DashboardStats> SettleAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(SettleLimit);
        try
        {
            for (var stats = await StatsAsync(limit.Token); ; stats = await StatsAsync(limit.Token))
            {
                if (stats.FoldedId >= stats.LastId)
                {
                    return stats;
                }

                await Task.Delay(SettlePause, limit.Token);
            }
        }
        catch (OperationCanceledException error) when (!cancellationToken.IsCancellationRequested)
        {
            throw new BenchException("The dashboard did not fold its log within two minutes.", error);
        }
    }

    /// <summary>Bytes it has allocated since its start, as its metrics tell; null when they do not.</summary>
    public async Task<double?> AllocatedAsync(CancellationToken cancellationToken)
    {
        var metrics = await _client.GetStringAsync(new Uri("/metrics", UriKind.Relative), cancellationToken);
        var line = metrics.Split('\n').FirstOrDefault(static line => line.StartsWith(Allocated, StringComparison.Ordinal));
        return line?[(line.LastIndexOf('}') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(static word => char.IsAsciiDigit(word[0])) is { } number
            && double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var bytes) ? bytes : null;
    }

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return Process.DisposeAsync();
    }

    private static IEnumerable<KeyValuePair<string, string>> Settings(string dataDirectory) =>
    [
        new("ASPNETCORE_ENVIRONMENT", "Production"),
        new("Urls", "http://127.0.0.1:0"),
        new("Storage__DataDirectory", dataDirectory),
        new("Backup__Every", "00:00:00"),
        new("Sensoro__WebhookUrls__0", BenchKeys.WebhookUrl),
        new("Sensoro__Applications__0__Name", "bench"),
        new("Sensoro__Applications__0__AppId", BenchKeys.AppId),
        new("Sensoro__Applications__0__AppKey", BenchKeys.AppKey),
        new("Sensoro__Applications__0__AppSecret", BenchKeys.AppSecret),
        new("SetUp__UserName", BenchKeys.UserName),
        new("SetUp__Password", BenchKeys.Password),
        new("Api__Tokens__0__Name", "bench"),
        new("Api__Tokens__0__Token", BenchKeys.ApiToken),
        new("Limits__ApiPerMinute", "0"),
        new("Limits__ConnectionsPerMinute", "0"),
    ];
}
