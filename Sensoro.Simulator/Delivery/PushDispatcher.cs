using System.Runtime.ExceptionServices;
using Sensoro.Simulator.Pushes;

namespace Sensoro.Simulator.Delivery;

/// <summary>
/// Lets many pushes be under way at once, those that wait for their repeat included, up to a limit: a receiver that is down for
/// long must not fill the memory.
/// </summary>
internal sealed class PushDispatcher(PushSender sender) : IDisposable
{
    private const int MostUnderWay = 8_192;

    private readonly SemaphoreSlim _room = new(MostUnderWay);
    private ExceptionDispatchInfo? _fault;

    /// <summary>Starts a delivery and does not wait for its end, only for room to start it.</summary>
    public async Task StartAsync(OutgoingPush push, CancellationToken cancellationToken)
    {
        await _room.WaitAsync(cancellationToken);
        _ = Task.Run(() => DeliverAsync(push, cancellationToken), CancellationToken.None);
    }

    /// <summary>Ends when every delivery has ended. Nothing is to be started meanwhile or afterwards.</summary>
    public async Task DrainAsync()
    {
        // Whoever holds all the room knows that nobody is left in it.
        for (var taken = 0; taken < MostUnderWay; taken++)
        {
            await _room.WaitAsync();
        }

        _fault?.Throw();
    }

    public void Dispose() => _room.Dispose();

    private async Task DeliverAsync(OutgoingPush push, CancellationToken cancellationToken)
    {
        try
        {
            await sender.DeliverAsync(push, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The run was cancelled; what becomes of the push is nobody's question any more.
        }
        catch (Exception fault)
        {
            // Not a failed delivery but a mistake in this program: it comes to light when the run ends.
            _fault = ExceptionDispatchInfo.Capture(fault);
        }
        finally
        {
            _room.Release();
        }
    }
}
