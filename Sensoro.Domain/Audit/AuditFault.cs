using System.Runtime.InteropServices;

namespace Sensoro.Domain.Audit;

/// <param name="Id">The entry at which it shows.</param>
/// <param name="Kind">What has happened to it.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct AuditFault(long Id, AuditFaultKind Kind);
