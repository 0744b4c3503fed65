using Sensoro.Dashboard.Access;
using Sensoro.Dashboard.Projection;
using Sensoro.Dashboard.Storage;

namespace Sensoro.Dashboard.Demo;

/// <summary>
/// The data of the demo. It lives in a folder of its own, so a demo never touches what real devices sent and removing it is
/// one step.
/// </summary>
internal sealed class DemoDatabase(DemoFleet fleet, MessageLog log, LogFold fold)
{
    public const string Folder = "demo";

    /// <summary>Stops the fleet and removes everything it sent.</summary>
    public async Task RemoveAsync()
    {
        Acting.Demand(Role.Administrator);
        await fleet.EndAsync();
        await Task.Run(() =>
        {
            log.Clear();
            fold.Clear();
        });
        fleet.Announce();
    }
}
