using System.Runtime.InteropServices;

namespace Sensoro.Domain.Ledger;

/// <summary>Where one push ended up in the log.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Id">The message that now holds the push.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct AppendOutcome(AppendKind Kind, long Id);
