using Sensoro.Simulator.Bench.Servers;

namespace Sensoro.Simulator.Bench.Pushes;

/// <summary>A server that is measured.</summary>
/// <param name="Variant">What a result calls it.</param>
/// <param name="Process">Whose processor time counts.</param>
/// <param name="Port">Where it listens.</param>
/// <param name="Dashboard">Set when it stores what it is sent.</param>
internal sealed record Target(string Variant, ChildProcess Process, int Port, DashboardChild? Dashboard = null)
{
    public const string Bare = "bare";
    public const string Verify = "verify";
    public const string Durable = "durable";
}
