namespace Sensoro.Dashboard.Diagnostics;

/// <summary>
/// Ends the process without the usual order, because what would be written in that order cannot be trusted. A supervisor starts it
/// anew. Replaced where the end has to be acted.
/// </summary>
internal class EmergencyExit
{
    /// <summary>What sysexits.h calls an error of input or output.</summary>
    private const int ExitCode = 74;

    /// <summary>Enough for the answers to those who wait, and for the last lines of the log.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    /// <summary>Returns at once; the process ends shortly after.</summary>
    public virtual void Begin() => _ = LeaveAsync();

    private static async Task LeaveAsync()
    {
        await Task.Delay(Grace, TimeProvider.System);
        Environment.Exit(ExitCode);
    }
}
