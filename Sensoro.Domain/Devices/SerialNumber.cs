using System.Runtime.InteropServices;

namespace Sensoro.Domain.Devices;

/// <summary>
/// A serial number as people read it: the last six characters are what is printed large on the device and what tells two of a batch
/// apart, so a screen sets them off from the rest.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SerialNumber(string Text)
{
    public const int TailLength = 6;

    /// <summary>All but the tail; empty for a short number.</summary>
    public string Head => Text[..TailStart];

    /// <summary>The last six characters.</summary>
    public string Tail => Text[TailStart..];

    // Any text is a legal serial number; a character made of two halves stays whole.
    private int TailStart => Text.Length <= TailLength ? 0
        : char.IsLowSurrogate(Text[^TailLength]) ? Text.Length - TailLength - 1
        : Text.Length - TailLength;

    public override string ToString() => Text;
}
