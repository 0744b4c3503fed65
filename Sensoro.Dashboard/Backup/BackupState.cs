namespace Sensoro.Dashboard.Backup;

/// <summary>How it stands with the scheduled backups at one moment.</summary>
/// <param name="Every">Time between two; zero for none.</param>
/// <param name="LastAt">When the newest backup was made; null when there is none.</param>
/// <param name="LastBytes">Its size.</param>
/// <param name="Fault">Why the last attempt since then failed; null when it did not.</param>
/// <param name="IsRunning">One is being made.</param>
public sealed record BackupState(TimeSpan Every, DateTimeOffset? LastAt, long LastBytes, BackupFault? Fault, bool IsRunning)
{
    /// <summary>Scheduled backups are made.</summary>
    public bool IsOn => Every > TimeSpan.Zero;

    /// <summary>The newest one is so old that two should have followed it.</summary>
    public bool IsStale(DateTimeOffset now) => IsOn && LastAt is { } at && now - at > Every * 2;

    /// <summary>Somebody should look.</summary>
    public bool NeedsCare(DateTimeOffset now) => Fault is not null || IsStale(now);
}
