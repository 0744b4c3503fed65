using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Sensoro.Dashboard.Diagnostics;

/// <summary>Where this very process listens, seen from itself.</summary>
internal sealed class OwnAddress(IServer server)
{
    /// <summary>The webhook without any proxy in front of it.</summary>
    public Uri Webhook => new(Root, "webhook");

    /// <summary>The first page.</summary>
    public Uri Root
    {
        get
        {
            var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost:5080";
            var own = address.Replace("[::]", "localhost").Replace("0.0.0.0", "localhost").Replace("//*", "//localhost").Replace("//+", "//localhost");
            return new Uri(own.TrimEnd('/') + "/");
        }
    }
}
