namespace Sensoro.Dashboard.Hubs;

/// <summary>What is new of one device.</summary>
/// <param name="Cursor">The newest message this includes.</param>
/// <param name="Now">The server's clock, Unix milliseconds.</param>
/// <param name="Device">The device as it is now; null when it is not known.</param>
/// <param name="Readings">The readings that came, oldest first.</param>
/// <param name="Reset">The gap is too large: load everything anew.</param>
public sealed record DeviceNews(long Cursor, long Now, DeviceView? Device, IReadOnlyList<ReadingView> Readings, bool Reset = false);
