using System.Net;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.Extensions.Options;
using Sensoro.Dashboard.Diagnostics;

namespace Sensoro.Dashboard.Limits;

/// <summary>
/// Counts the pages that are open: each holds memory on the server. Circuits are counted whatever carries them, addresses by their web
/// sockets.
/// </summary>
internal sealed class OpenPages(IOptions<LimitOptions> options) : CircuitHandler
{
    private readonly Lock _gate = new();
    private readonly Dictionary<IPAddress, int> _byAddress = [];
    private int _circuits;

    /// <summary>No further page can be opened from there.</summary>
    public bool IsFull(IPAddress? from)
    {
        lock (_gate)
        {
            return IsFullFor(NetworkAddress.Of(from));
        }
    }

    /// <summary>Takes a place for a page's web socket; false when there is none.</summary>
    public bool TryEnter(IPAddress? from)
    {
        var address = NetworkAddress.Of(from);
        lock (_gate)
        {
            if (IsFullFor(address))
            {
                return false;
            }

            _byAddress[address] = _byAddress.GetValueOrDefault(address) + 1;
            return true;
        }
    }

    /// <summary>Gives the place back.</summary>
    public void Leave(IPAddress? from)
    {
        var address = NetworkAddress.Of(from);
        lock (_gate)
        {
            if (--_byAddress[address] == 0)
            {
                _byAddress.Remove(address);
            }
        }
    }

    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _circuits);
        return Task.CompletedTask;
    }

    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        Interlocked.Decrement(ref _circuits);
        return Task.CompletedTask;
    }

    private bool IsFullFor(IPAddress address) =>
        Volatile.Read(ref _circuits) >= options.Value.OpenPages || _byAddress.GetValueOrDefault(address) >= options.Value.OpenPagesPerAddress;
}
