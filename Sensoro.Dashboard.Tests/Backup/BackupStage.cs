using Microsoft.Extensions.DependencyInjection;
using Sensoro.Dashboard.Backup;
using Sensoro.Dashboard.Tests.Integration;
using Sensoro.Dashboard.Tests.Projection;
using Sensoro.Dashboard.Tests.Storage;

namespace Sensoro.Dashboard.Tests.Backup;

/// <summary>Real storage and projection with the backups behind them, without a host.</summary>
internal sealed class BackupStage : IAsyncDisposable
{
    public BackupStage(TimeProvider? clock = null, string? dataDirectory = null, Action<IServiceCollection>? more = null) =>
        Storage = Folding.NewStorage(clock ?? Clock, dataDirectory, services =>
        {
            services.AddBackup();
            more?.Invoke(services);
        });

    public StoppedClock Clock { get; } = new(Messages.Noon);

    public TemporaryStorage Storage { get; }

    public BackupRun Run => Storage.Get<BackupRun>();

    /// <summary>The folder of the scheduled backups.</summary>
    public string Backups => Path.Combine(Storage.DataDirectory, "backups");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public Task<FoundBackup> BackUpAsync() => Run.RunAsync(to: null, Cancelled);

    /// <summary>Puts a backup into another data directory as the command does.</summary>
    public static string? Restore(FoundBackup backup, string dataDirectory, bool replaces = false)
    {
        using var target = new RestoreTarget(dataDirectory);
        return target.Restore.Run(BackupCheck.Check(backup.Folder, Cancelled), replaces);
    }

    public ValueTask DisposeAsync() => Storage.DisposeAsync();
}
