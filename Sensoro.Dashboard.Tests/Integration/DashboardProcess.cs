using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Sensoro.Dashboard.Tests.Integration;

/// <summary>The real program as a process of its own, on a free port of this machine, that can be killed.</summary>
internal sealed class DashboardProcess : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";

    private readonly Process _process = new();
    private readonly ConcurrentQueue<string> _output = new();
    private readonly ConcurrentQueue<string> _errors = new();
    private readonly TaskCompletionSource<Uri> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly DashboardSettings _settings;
    private HttpClient? _client;

    private DashboardProcess(DashboardSettings settings, string dataDirectory, IReadOnlyList<string>? below = null, params IEnumerable<string> arguments)
    {
        _settings = settings;
        _process.StartInfo = StartInfo(settings, dataDirectory, below ?? [], arguments);
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => _errors.Enqueue(line.Data ?? "");
    }

    public HttpClient Client => _client ?? throw new InvalidOperationException("The program does not listen.");

    /// <summary>Everything it has said so far.</summary>
    public string Output => string.Join('\n', _output.Concat(_errors));

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>Starts the program and returns when it listens.</summary>
    /// <param name="settings">Its configuration.</param>
    /// <param name="dataDirectory">Where its files lie.</param>
    /// <param name="below">A program with its arguments that runs this one.</param>
    public static async Task<DashboardProcess> StartAsync(DashboardSettings settings, string dataDirectory, IReadOnlyList<string>? below = null)
    {
        var program = new DashboardProcess(settings, dataDirectory, below);
        program.Run();
        var ended = program._process.WaitForExitAsync(Cancelled);
        if (await Task.WhenAny(program._listening.Task, ended).WaitAsync(DashboardFactory.Patience, Cancelled) == ended)
        {
            Assert.Fail($"The program ended at once: {program.Output}");
        }

        program._client = new HttpClient { BaseAddress = await program._listening.Task };
        return program;
    }

    /// <summary>Starts a program that is expected to end by itself, and waits for its end.</summary>
    public static async Task<ProgramEnd> RunToEndAsync(DashboardSettings settings, string dataDirectory, params string[] arguments)
    {
        await using var program = new DashboardProcess(settings, dataDirectory, arguments: arguments);
        program.Run();
        await program._process.WaitForExitAsync(Cancelled).WaitAsync(DashboardFactory.Patience, Cancelled);
        return program.End();
    }

    /// <summary>The same, run by another program.</summary>
    public static async Task<ProgramEnd> RunBelowToEndAsync(IReadOnlyList<string> below, DashboardSettings settings, string dataDirectory)
    {
        await using var program = new DashboardProcess(settings, dataDirectory, below);
        program.Run();
        return await program.WaitForEndAsync();
    }

    /// <summary>How long a program takes that ends by itself.</summary>
    public static async Task<TimeSpan> MeasureAsync(DashboardSettings settings, string dataDirectory, params string[] arguments)
    {
        var started = Stopwatch.GetTimestamp();
        Assert.Equal(0, (await RunToEndAsync(settings, dataDirectory, arguments)).ExitCode);
        return Stopwatch.GetElapsedTime(started);
    }

    /// <summary>Starts a program and kills it after a time, wherever it is by then.</summary>
    public static async Task RunAndKillAsync(DashboardSettings settings, string dataDirectory, TimeSpan after, params string[] arguments)
    {
        await using var program = new DashboardProcess(settings, dataDirectory, arguments: arguments);
        program.Run();
        await program.KillAsync(after);
    }

    /// <summary>The same, counted from the moment at which it makes a file in its data directory.</summary>
    public static async Task RunAndKillAsync(DashboardSettings settings, string dataDirectory, string madeFile, TimeSpan after)
    {
        var made = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var watcher = new FileSystemWatcher(dataDirectory, madeFile);
        watcher.Created += (_, _) => made.TrySetResult();
        watcher.EnableRaisingEvents = true;
        await using var program = new DashboardProcess(settings, dataDirectory);
        program.Run();
        await made.Task.WaitAsync(DashboardFactory.Patience, Cancelled);
        await program.KillAsync(after);
    }

    /// <summary>Sends a push as SENSORO would.</summary>
    public async Task<HttpResponseMessage> SendSignedPushAsync(string body)
    {
        using var request = _settings.PushServices[0].Sign(_settings.WebhookUrl, Encoding.UTF8.GetBytes(body), TimeProvider.System.GetUtcNow());
        return await Client.SendAsync(request, Cancelled);
    }

    /// <summary>The answer of a call of the read API.</summary>
    public async Task<JsonElement> ApiAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", DashboardSettings.ApiToken);
        using var answer = await Client.SendAsync(request, Cancelled);
        answer.EnsureSuccessStatusCode();
        return JsonElement.Parse(await answer.Content.ReadAsStringAsync(Cancelled));
    }

    /// <summary>Waits until everything in the log is folded. Another process has no signal to offer; each look is a request.</summary>
    public async Task WaitForFoldedAsync()
    {
        using var limit = new CancellationTokenSource(DashboardFactory.Patience);
        JsonElement stats;
        do
        {
            limit.Token.ThrowIfCancellationRequested();
            stats = await ApiAsync("/api/v1/stats");
        }
        while (stats.GetProperty("foldedMessageId").GetInt64() < stats.GetProperty("lastMessageId").GetInt64());
    }

    /// <summary>kill -TERM, as a service manager stops a program; returns how it ended.</summary>
    public async Task<ProgramEnd> StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await _process.WaitForExitAsync(Cancelled).WaitAsync(DashboardFactory.Patience, Cancelled);
        return End();
    }

    /// <summary>Waits for a program that ends by itself.</summary>
    public async Task<ProgramEnd> WaitForEndAsync()
    {
        await _process.WaitForExitAsync(Cancelled).WaitAsync(DashboardFactory.Patience, Cancelled);
        return End();
    }

    /// <summary>kill -9.</summary>
    public void Kill() => _process.Kill();

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            // All of it: what runs below another program would outlive that.
            _process.Kill(entireProcessTree: true);
        }

        await _process.WaitForExitAsync(CancellationToken.None);
        _client?.Dispose();
        _process.Dispose();
    }

    private static ProcessStartInfo StartInfo(DashboardSettings settings, string dataDirectory, IReadOnlyList<string> below, IEnumerable<string> arguments)
    {
        string[] command = [.. below, "dotnet", PublishedDashboard.Program, .. arguments];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = PublishedDashboard.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["Urls"] = "http://127.0.0.1:0";
        foreach (var (key, value) in settings.ToConfiguration(dataDirectory))
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        return start;
    }

    private async Task KillAsync(TimeSpan after)
    {
        try
        {
            await _process.WaitForExitAsync(Cancelled).WaitAsync(after, Cancelled);
        }
        catch (TimeoutException)
        {
            Kill();
        }
    }

    private ProgramEnd End() => new(_process.ExitCode, string.Join('\n', _output), [.. _errors.Where(line => line.Length > 0)]);

    private void Run()
    {
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private void Hear(string? line)
    {
        _output.Enqueue(line ?? "");
        if (line?.IndexOf(Listening, StringComparison.Ordinal) is { } at and >= 0)
        {
            _listening.TrySetResult(new Uri(line[(at + Listening.Length)..].Trim()));
        }
    }
}
