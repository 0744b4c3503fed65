using Microsoft.Extensions.Options;

namespace Sensoro.Dashboard.Backup;

/// <summary>What the pages and the metrics know of the backups. The folder tells, so that those made by hand count, too.</summary>
public sealed class BackupStatus
{
    private volatile BackupState _state;

    public BackupStatus(IOptions<BackupOptions> options) => _state = new BackupState(options.Value.Every, null, 0, null, IsRunning: false);

    public BackupState Now => _state;

    internal void Began() => _state = _state with { IsRunning = true };

    internal void Ended(BackupFault? fault) => _state = _state with { Fault = fault, IsRunning = false };

    internal void Found(FoundBackup? newest)
    {
        // A newer one than at the last failure, made by hand, puts that right.
        var isNewer = newest?.Manifest.CreatedAt > (_state.LastAt ?? DateTimeOffset.MinValue);
        _state = _state with { LastAt = newest?.Manifest.CreatedAt, LastBytes = newest?.Manifest.Size() ?? 0, Fault = isNewer ? null : _state.Fault };
    }
}
