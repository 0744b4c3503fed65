using System.Runtime.InteropServices;

namespace Sensoro.Domain.Readings;

/// <summary>A stretch of time during which an on/off metric kept its state.</summary>
/// <param name="From">When it was first reported.</param>
/// <param name="To">When the next state was reported, the reports stopped, or the span that was asked for ends.</param>
/// <param name="Active">The alarm condition holds, or the flag is set; null when a stretch is too short to tell its changes apart at this resolution.</param>
/// <param name="Changes">How often the state changed within; 0 unless <paramref name="Active"/> is null.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct StateInterval(DateTimeOffset From, DateTimeOffset To, bool? Active, int Changes = 0)
{
    public TimeSpan Length => To - From;
}
