using System.Globalization;
using Microsoft.Data.Sqlite;
using Sensoro.Simulator.Bench;
using Sensoro.Simulator.Bench.Servers;
using Sensoro.Simulator.Torture.Audit;
using Sensoro.Simulator.Torture.Sending;

namespace Sensoro.Simulator.Torture;

/// <summary>One data directory with the program on it and the histories of those who send to it, over all rounds of a run.</summary>
internal sealed class Arena : IDisposable
{
    /// <summary>So that what is too large need not be a megabyte.</summary>
    private static readonly KeyValuePair<string, string> SmallBodies = new("Sensoro__MaxBodyBytes", "65536");

    private readonly string _app;
    private readonly BenchFolder _folder = new();
    private readonly History _history = new();
    private readonly long _start;
    private IReadOnlyList<StoredMessage> _rows = [];
    private string? _unread;
    private int _senders;

    /// <param name="app">The assembly of the web application.</param>
    /// <param name="options">What was asked for.</param>
    public Arena(string app, TortureOptions options, TimeProvider time)
    {
        (_app, Options, Time, Random) = (app, options, time, new Random(options.Seed));
        _start = time.GetUtcNow().ToUnixTimeMilliseconds();
        Directory.CreateDirectory(DataDirectory);
    }

    public TortureOptions Options { get; }

    /// <summary>Decides when and how the fault strikes.</summary>
    public Random Random { get; }

    public string DataDirectory => Path.Combine(_folder.Path, "data");

    public string LogPath => Path.Combine(DataDirectory, "log.db");

    public TimeProvider Time { get; }

    /// <summary>What a scenario finds amiss itself, on top of the audit.</summary>
    public Violations Found { get; private set; } = new();

    /// <summary>A file beside the data directory.</summary>
    public string FileBeside(string name) => Path.Combine(_folder.Path, name);

    /// <summary>Between the shortest and the longest time of full load before the fault.</summary>
    public TimeSpan SomeTime() => TimeSpan.FromSeconds(Math.Min(0.2, Options.Longest) + (Random.NextDouble() * Math.Max(0, Options.Longest - 0.2)));

    public Task<DashboardChild> StartAsync(Surroundings surroundings, CancellationToken cancellationToken) =>
        DashboardChild.StartAsync(_app, DataDirectory, surroundings with { Variables = [SmallBodies, .. surroundings.Variables] }, cancellationToken);

    /// <summary>Starts a sender and returns when the first request was answered. The sender before it has ended.</summary>
    public Task<SenderProcess> SendAsync(int port, CancellationToken cancellationToken) => SendAsync(port, static plan => plan, cancellationToken);

    /// <param name="port">Where to.</param>
    /// <param name="change">What is not as usual.</param>
    public async Task<SenderProcess> SendAsync(int port, Func<SendPlan, SendPlan> change, CancellationToken cancellationToken)
    {
        await ReadHistoryAsync(cancellationToken);
        _unread = FileBeside($"history-{(++_senders).ToString("D3", CultureInfo.InvariantCulture)}.txt");
        return await SenderProcess.StartAsync(
            change(new SendPlan { Port = port, History = _unread, Seed = Options.Seed, Start = _start, First = _history.Next }), cancellationToken);
    }

    /// <summary>Starts the program as usual, lets it fold, and holds files and pages against the histories.</summary>
    public async Task<RoundReport> AuditAsync(CancellationToken cancellationToken)
    {
        var violations = await TakeFoundAsync(cancellationToken);
        try
        {
            await using var dashboard = await StartAsync(Surroundings.Usual, cancellationToken);
            await dashboard.SettleAsync(cancellationToken);
            var seen = _rows.Count;
            var report = AuditFiles(violations);
            await new ScreenAudit(_history, _rows, violations).CheckAsync(dashboard, Math.Min(seen, _rows.Count), cancellationToken);
            await dashboard.Process.StopAsync(cancellationToken);
            if (dashboard.Process.ExitCode is { } code and not 0)
            {
                violations.Add(Rule.Stop, FormattableString.Invariant($"exit code {code}"));
            }

            return report;
        }
        catch (Exception error) when (error is BenchException or HttpRequestException)
        {
            violations.Add(Rule.Restart, error.Message);
            return AuditFiles(violations);
        }
    }

    /// <summary>Holds the files alone against the histories, with no program on them.</summary>
    public async Task<RoundReport> AuditFilesAsync(CancellationToken cancellationToken) => AuditFiles(await TakeFoundAsync(cancellationToken));

    public void Dispose() => _folder.Dispose();

    private async Task ReadHistoryAsync(CancellationToken cancellationToken)
    {
        if (_unread is not null)
        {
            await _history.ReadAsync(_unread, cancellationToken);
            _unread = null;
        }
    }

    private async Task<Violations> TakeFoundAsync(CancellationToken cancellationToken)
    {
        await ReadHistoryAsync(cancellationToken);
        var violations = Found;
        Found = new Violations();
        return violations;
    }

    private RoundReport AuditFiles(Violations violations)
    {
        var before = _rows;
        try
        {
            _rows = LogFile.Read(LogPath);
            CheckIntegrity(LogPath, violations);
            if (File.Exists(StatePath))
            {
                CheckIntegrity(StatePath, violations);
            }
        }
        catch (SqliteException error)
        {
            violations.Add(Rule.Readable, error.Message);
            _rows = [];
        }

        new LogAudit(_history, _rows, violations).Check(before);
        return RoundReport.Of(_history, _rows, violations);
    }

    private string StatePath => Path.Combine(DataDirectory, "sensoro.db");

    private static void CheckIntegrity(string path, Violations violations)
    {
        if (LogFile.Integrity(path) is var found and not "ok")
        {
            violations.Add(Rule.Integrity, $"{Path.GetFileName(path)}: {found}");
        }
    }
}
