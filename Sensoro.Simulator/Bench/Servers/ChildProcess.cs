using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Threading.Channels;

namespace Sensoro.Simulator.Bench.Servers;

/// <summary>A .NET program started by a measurement. It ends with the measurement at the latest.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private const int ErrorsKept = 20;
    private const int LinesKept = 10_000;
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(20);

    private readonly Process _process = new();
    private readonly ConcurrentQueue<string> _errors = new();

    // A program that complains at length fills the parent's memory with nothing that anybody asks for.
    private readonly Channel<string> _lines = Channel.CreateBounded<string>(new BoundedChannelOptions(LinesKept) { FullMode = BoundedChannelFullMode.DropOldest });

    private ChildProcess(ProcessStartInfo start)
    {
        _process.StartInfo = start;
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Complain(line.Data);
    }

    /// <summary>Processor time it has used so far.</summary>
    public TimeSpan Cpu
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Bytes of memory in use.</summary>
    public long WorkingSet
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    public int Id => _process.Id;

    /// <summary>How it ended; null while it runs. 128 and the signal for a killed one.</summary>
    public int? ExitCode => _process.HasExited ? _process.ExitCode : null;

    /// <summary>Starts a program.</summary>
    /// <param name="program">Its assembly.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="settings">Environment variables on top of those of this process.</param>
    /// <param name="launcher">A command that starts the one behind it and becomes it; empty for none.</param>
    public static ChildProcess Start(string program, IEnumerable<string> arguments, IEnumerable<KeyValuePair<string, string>> settings, params IReadOnlyList<string> launcher)
    {
        string[] line = [.. launcher, Host(), "exec", program, .. arguments];
        var start = new ProcessStartInfo(line[0], line[1..])
        {
            WorkingDirectory = Path.GetDirectoryName(program) ?? "",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var child = new ChildProcess(start);
        child._process.Start();
        child._process.BeginOutputReadLine();
        child._process.BeginErrorReadLine();
        return child;
    }

    /// <summary>This very program once more, in another role.</summary>
    public static ChildProcess StartSelf(IEnumerable<string> arguments, IEnumerable<KeyValuePair<string, string>> settings) =>
        Start(typeof(ChildProcess).Assembly.Location, arguments, settings);

    public async Task TellAsync(string line, CancellationToken cancellationToken)
    {
        await _process.StandardInput.WriteLineAsync(line.AsMemory(), cancellationToken);
        await _process.StandardInput.FlushAsync(cancellationToken);
    }

    /// <summary>The next line it prints.</summary>
    /// <exception cref="BenchException">It ended or took too long.</exception>
    public async Task<string> HearAsync(TimeSpan limit, CancellationToken cancellationToken) =>
        await HearOrEndAsync(limit, cancellationToken) ?? throw new BenchException($"A program of the measurement ended before its time. {Errors()}");

    /// <summary>The next line it prints; null when it has no more to say.</summary>
    /// <exception cref="BenchException">It took too long.</exception>
    public async Task<string?> HearOrEndAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        try
        {
            return await _lines.Reader.WaitToReadAsync(cancellationToken).AsTask().WaitAsync(limit, cancellationToken) && _lines.Reader.TryRead(out var line) ? line : null;
        }
        catch (TimeoutException error)
        {
            throw new BenchException($"A program of the measurement said nothing for {limit.TotalSeconds:N0} seconds. {Errors()}", error);
        }
    }

    /// <summary>Waits for its end.</summary>
    public async Task EndAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _process.WaitForExitAsync(cancellationToken).WaitAsync(Farewell, cancellationToken);
        }
        catch (TimeoutException error)
        {
            throw new BenchException("A program of the measurement does not end.", error);
        }
    }

    /// <summary>Asks it to stop, as a service manager does, and waits for its end.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (OperatingSystem.IsWindows())
        {
            _process.Kill();
        }
        else
        {
            await SignalAsync("TERM", cancellationToken);
        }

        await EndAsync(cancellationToken);
    }

    /// <summary>Sends it a signal, by the name that <c>kill</c> knows.</summary>
    public async Task SignalAsync(string signal, CancellationToken cancellationToken)
    {
        using var kill = Process.Start("kill", [$"-{signal}", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(cancellationToken);
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
        _process.Dispose();
    }

    /// <summary>The host that runs this process, or the one on the path when this process has a host of its own.</summary>
    private static string Host() => Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet"
        ? path
        : Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    private string Errors() => string.Join(' ', _errors.Where(static line => line.Length > 0));

    private void Hear(string? line)
    {
        if (line is null)
        {
            _lines.Writer.TryComplete();
        }
        else
        {
            _lines.Writer.TryWrite(line);
        }
    }

    private void Complain(string? line)
    {
        if (line is not null && _errors.Count < ErrorsKept)
        {
            _errors.Enqueue(line);
        }
    }
}
