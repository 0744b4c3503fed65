using System.Runtime.InteropServices;

namespace Sensoro.Domain.Readings;

/// <summary>How many of the reports that a device should have made have come.</summary>
/// <param name="Received">Reports with a time within the span.</param>
/// <param name="Expected">Reports that the device's interval makes of the span, from its first report on.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Reliability(int Received, int Expected)
{
    /// <summary>0 to 1; null when none was expected.</summary>
    public double? Share => Expected > 0 ? Math.Min(1, (double)Received / Expected) : null;
}
