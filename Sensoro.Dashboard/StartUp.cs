using System.Net.Sockets;
using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using Sensoro.Dashboard.Audit;
using Sensoro.Dashboard.Backup;
using Sensoro.Dashboard.Demo;
using Sensoro.Dashboard.Import;
using Sensoro.Dashboard.Projection;
using Sensoro.Dashboard.Storage;

namespace Sensoro.Dashboard;

/// <summary>
/// Runs the program and turns what an administrator can mend into one line instead of a stack trace. The host's own report of
/// a failed start is switched off in appsettings.json, because it is that stack trace.
/// </summary>
internal static class StartUp
{
    private const int WrongConfiguration = 78;
    private const int CannotStart = 1;
    private const int Interrupted = 130;

    /// <summary>
    /// The arguments as the host understands them. Nothing is reloaded while the program runs, so it need not watch its own
    /// folder: the watch makes every write of a file in there dearer.
    /// </summary>
    public static string[] HostArguments(string[] args) =>
        [.. args.Where(static argument => argument is not (DemoServiceCollectionExtensions.Flag or ProjectionRebuild.Flag)), "--hostBuilder:reloadConfigOnChange=false"];

    public static async Task<int> RunAsync(Func<Task> run)
    {
        try
        {
            await run();
            return 0;
        }
        catch (OptionsValidationException error)
        {
            return await StopAsync(WrongConfiguration, error.Failures.Select(static failure => $"Configuration: {failure}"));
        }
        catch (InvalidOperationException error) when (error.InnerException is FormatException or ArgumentException)
        {
            return await StopAsync(WrongConfiguration, $"Configuration: {error.Message} {Accepted(error)}");
        }
        catch (InvalidDataException error)
        {
            return await StopAsync(WrongConfiguration, $"Configuration: {error.Message} {error.InnerException?.Message}");
        }
        catch (ImportException error)
        {
            return await StopAsync(CannotStart, $"Import: {error.Message}");
        }
        catch (BackupException error)
        {
            return await StopAsync(CannotStart, $"Backup: {error.Message}");
        }
        catch (AuditException error)
        {
            return await StopAsync(CannotStart, $"Audit: {error.Message}");
        }
        catch (StorageException error)
        {
            return await StopAsync(CannotStart, $"Storage: {error.Message}");
        }
        catch (OperationCanceledException)
        {
            return Interrupted;
        }
        catch (Exception error) when (IsAddressTaken(error))
        {
            return await StopAsync(CannotStart, $"Urls: {error.Message} Stop the program that listens there, or set Urls to another address.");
        }
        catch (Exception error) when (IsAddressWrong(error))
        {
            return await StopAsync(WrongConfiguration, $"Urls: {error.Message} Set Urls to an address of this machine, such as http://localhost:5080.");
        }
    }

    /// <summary>Does one job on the program's data instead of serving, until it is done or someone stops it.</summary>
    public static async Task WorkAsync(WebApplication app, Func<IServiceProvider, CancellationToken, Task> job)
    {
        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        await using (app)
        {
            await job(app.Services, stop.Token);
        }

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }
    }

    /// <summary>
    /// Serves until someone stops the program. When the start fails half-way, the program ends as it stands: what has started
    /// by then would complain, with stack traces, about the services that are disposed under it, and no push was taken yet.
    /// </summary>
    public static async Task ServeAsync(WebApplication app)
    {
        await app.StartAsync();
        await using (app)
        {
            await app.WaitForShutdownAsync();
        }
    }

    private static bool IsAddressTaken(Exception error) => error is IOException { InnerException: AddressInUseException or SocketException };

    /// <summary>Kestrel reports a wrong address in as many ways as there are to get it wrong.</summary>
    private static bool IsAddressWrong(Exception error) =>
        error is SocketException or FormatException or ArgumentOutOfRangeException { ParamName: "port" }
        || (error is InvalidOperationException && error.Source?.StartsWith("Microsoft.AspNetCore.Server.Kestrel", StringComparison.Ordinal) == true);

    /// <summary>The binder names the key and the type it wants; this says how a value of that type is written.</summary>
    private static string Accepted(InvalidOperationException error) => error.Message switch
    {
        var message when message.Contains(typeof(TimeSpan).FullName ?? "", StringComparison.Ordinal) => "Write a time span as 00:15:00 or 30.00:00:00.",
        var message when message.Contains(typeof(int).FullName ?? "", StringComparison.Ordinal) => "Write a whole number.",
        var message when message.Contains(typeof(bool).FullName ?? "", StringComparison.Ordinal) => "Write true or false.",
        _ => error.InnerException?.Message ?? "",
    };

    private static async Task<int> StopAsync(int exitCode, params IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            await Console.Error.WriteLineAsync(line.ReplaceLineEndings(" "));
        }

        return exitCode;
    }
}
