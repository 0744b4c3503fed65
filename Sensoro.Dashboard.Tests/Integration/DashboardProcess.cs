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

    private DashboardProcess(DashboardSettings settings, string dataDirectory, params IEnumerable<string> arguments)
    {
        _settings = settings;
        _process.StartInfo = StartInfo(settings, dataDirectory, arguments);
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => _errors.Enqueue(line.Data ?? "");
    }

    public HttpClient Client => _client ?? throw new InvalidOperationException("The program does not listen.");

    /// <summary>Everything it has said so far.</summary>
    public string Output => string.Join('\n', _output.Concat(_errors));

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>Starts the program and returns when it listens.</summary>
    public static async Task<DashboardProcess> StartAsync(DashboardSettings settings, string dataDirectory)
    {
        var program = new DashboardProcess(settings, dataDirectory);
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
        await using var program = new DashboardProcess(settings, dataDirectory, arguments);
        program.Run();
        await program._process.WaitForExitAsync(Cancelled).WaitAsync(DashboardFactory.Patience, Cancelled);
        return program.End();
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

    /// <summary>kill -9.</summary>
    public void Kill() => _process.Kill();

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync(CancellationToken.None);
        _client?.Dispose();
        _process.Dispose();
    }

    private static ProcessStartInfo StartInfo(DashboardSettings settings, string dataDirectory, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [PublishedDashboard.Program, .. arguments])
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
