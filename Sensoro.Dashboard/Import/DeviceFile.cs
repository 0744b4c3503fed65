namespace Sensoro.Dashboard.Import;

/// <summary>A file of devices as it was read: every line of it is either good or wrong, and one wrong line makes the whole unusable.</summary>
public sealed record DeviceFile
{
    /// <summary>Characters of a serial number; SENSORO's have sixteen.</summary>
    public const int LongestSn = 100;

    /// <summary>Bytes of a file: several times what so many devices take.</summary>
    public const int MostBytes = 8 * 1024 * 1024;

    public DeviceFileFault Fault { get; init; }

    public IReadOnlyList<DeviceLine> Lines { get; init; } = [];

    public IReadOnlyList<WrongLine> Wrong { get; init; } = [];

    /// <summary>The headings that say nothing to this program; their cells are passed over.</summary>
    public IReadOnlyList<string> UnknownColumns { get; init; } = [];

    public bool IsUsable => Fault == DeviceFileFault.None && Wrong.Count == 0;
}
