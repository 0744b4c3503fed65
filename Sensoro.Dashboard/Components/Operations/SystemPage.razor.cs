using Microsoft.AspNetCore.Components;
using Sensoro.Dashboard.Backup;
using Sensoro.Dashboard.Components.Elements;
using Sensoro.Dashboard.Diagnostics;
using Sensoro.Dashboard.Live;
using Sensoro.Dashboard.Storage;

namespace Sensoro.Dashboard.Components.Operations;

/// <summary>How the program itself is doing: what came in, what waits, what it takes on disk.</summary>
public sealed partial class SystemPage : LoadingComponent
{
    /// <summary>The pipeline's figures move every second; files are measured less often.</summary>
    private static readonly TimeSpan MeasureAfter = TimeSpan.FromSeconds(10);

    private StorageUse? _use;
    private IReadOnlyList<SetAsideMessage> _setAside = [];
    private int _setAsideCount;
    private long _measuredAt;

    [Inject]
    public required StorageQueries Queries { get; set; }

    [Inject]
    public required SetAsideMessages SetAside { get; set; }

    [Inject]
    public required PipelineStatus Status { get; set; }

    [Inject]
    public required BackupStatus Backups { get; set; }

    [Inject]
    public required TimeProvider Time { get; set; }

    private async Task RefreshAsync(FeedUpdate update)
    {
        if (Time.GetElapsedTime(_measuredAt) >= MeasureAfter)
        {
            await ReadAsync();
        }

        StateHasChanged();
    }

    private Task ReadAsync()
    {
        _measuredAt = Time.GetTimestamp();
        return LoadAsync(async gone =>
        {
            _use = await Queries.ReadAsync(gone);
            _setAside = await SetAside.ListAsync(gone);
            _setAsideCount = await SetAside.CountAsync(gone);
        });
    }

    /// <summary>Has the messages that were set aside tried again.</summary>
    private async Task<bool> RetryAsync()
    {
        try
        {
            await SetAside.RetryAsync(Gone);
        }
        catch (Exception error) when (!Gone.IsCancellationRequested)
        {
            Log.RetryFailed(Logger, error);
            return false;
        }

        await ReadAsync();
        return true;
    }
}
