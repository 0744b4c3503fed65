using System.Runtime.InteropServices;

namespace Sensoro.Dashboard.TestPushes;

/// <summary>What came back for a posted push.</summary>
/// <param name="Fault">Why nothing came back; none when something did.</param>
/// <param name="Status">The HTTP status; 0 when nothing came back.</param>
/// <param name="Reason">The reason member of a refusal; null when there is none.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PushAnswer(TestPushFault Fault, int Status = 0, string? Reason = null)
{
    public int? HttpStatus => Status == 0 ? null : Status;

    public bool IsAcknowledged => Status is >= 200 and <= 299;
}
