using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using Sensoro.Dashboard.Demo;
using Sensoro.Dashboard.Storage;

namespace Sensoro.Dashboard;

/// <summary>Runs the program and turns what an administrator can mend into one line instead of a stack trace.</summary>
internal static class StartUp
{
    private const int WrongConfiguration = 78;
    private const int CannotStart = 1;

    /// <summary>
    /// The arguments as the host understands them. Nothing is reloaded while the program runs, so it need not watch its own
    /// folder: the watch makes every write of a file in there dearer.
    /// </summary>
    public static string[] HostArguments(string[] args) =>
        [.. args.Where(static argument => argument != DemoServiceCollectionExtensions.Flag), "--hostBuilder:reloadConfigOnChange=false"];

    public static async Task<int> RunAsync(Func<Task> run)
    {
        try
        {
            await run();
            return 0;
        }
        catch (OptionsValidationException error)
        {
            foreach (var failure in error.Failures)
            {
                await Console.Error.WriteLineAsync($"Configuration: {failure}");
            }

            return WrongConfiguration;
        }
        catch (InvalidOperationException error) when (error.InnerException is FormatException or ArgumentException)
        {
            await Console.Error.WriteLineAsync($"Configuration: {error.Message} {error.InnerException.Message}");
            return WrongConfiguration;
        }
        catch (StorageException error)
        {
            await Console.Error.WriteLineAsync($"Storage: {error.Message}");
            return CannotStart;
        }
        catch (IOException error) when (error.InnerException is AddressInUseException or SocketException)
        {
            await Console.Error.WriteLineAsync($"Urls: {error.Message} Stop the program that listens there, or set Urls to another address.");
            return CannotStart;
        }
    }
}
