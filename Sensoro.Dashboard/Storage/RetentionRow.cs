namespace Sensoro.Dashboard.Storage;

/// <summary>
/// How far retention has gone. Readings before the mark are being deleted or gone: a later arrival from that time goes into the
/// roll-ups alone, which can no longer be computed again from the readings.
/// </summary>
public sealed class RetentionRow
{
    public int Id { get; private set; }

    /// <summary>Start of a day of UTC.</summary>
    public DateTimeOffset ReadingsFrom { get; private set; }
}
