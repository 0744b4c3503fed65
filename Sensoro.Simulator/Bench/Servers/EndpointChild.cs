namespace Sensoro.Simulator.Bench.Servers;

/// <summary>A <see cref="BareEndpoint"/> as a process of its own.</summary>
internal sealed class EndpointChild : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private EndpointChild(ChildProcess process, int port) => (Process, Port) = (process, port);

    public ChildProcess Process { get; }

    public int Port { get; }

    public static async Task<EndpointChild> StartAsync(EndpointKind kind, CancellationToken cancellationToken)
    {
        var process = ChildProcess.StartSelf(["bench", "endpoint", "--kind", kind.ToString()], []);
        try
        {
            return new EndpointChild(process, new Uri(await process.HearAsync(StartLimit, cancellationToken)).Port);
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => Process.DisposeAsync();
}
