namespace Sensoro.Simulator.Bench.Servers;

/// <summary>What the dashboard is compared with.</summary>
internal enum EndpointKind
{
    /// <summary>Reads the body and answers: what any ASP.NET Core program pays.</summary>
    Bare,

    /// <summary>Checks the signature and reads the push, and stores nothing: what SENSORO's protocol costs.</summary>
    Verify,
}
