using Sensoro.Dashboard.Diagnostics;

namespace Sensoro.Dashboard.Tests.Ingestion;

/// <summary>An end of the process that does not end the tests.</summary>
internal sealed class CountedExit : EmergencyExit
{
    private int _begun;

    public int Begun => Volatile.Read(ref _begun);

    public override void Begin() => Interlocked.Increment(ref _begun);
}
