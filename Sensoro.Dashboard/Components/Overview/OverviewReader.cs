using Sensoro.Dashboard.Storage;
using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Components.Overview;

/// <summary>
/// Reads the overview once for everybody: a hundred open pages cost the database as much as one. Who needs what is committed by
/// now says so, and gets a read that began after that.
/// </summary>
internal sealed class OverviewReader(DeviceQueries devices, TaskQueries tasks, FleetQueries fleet, TimeProvider time) : IDisposable
{
    /// <summary>More devices than this are not compared by the age of their alarm.</summary>
    public const int MaxAttention = 200;

    public const int MaxSilent = 13;
    public const int MinLate = 2;
    public const int MaxLowBatteries = 7;
    public const int MaxFailedTasks = 4;
    public const int MaxPushes = 9;

    private readonly SemaphoreSlim _gate = new(1, 1);
    private OverviewSnapshot? _last;
    private long _startedAt;

    public void Dispose() => _gate.Dispose();

    /// <param name="notBefore">Timestamp of the clock: the oldest moment at which the read may have begun.</param>
    /// <param name="cancellationToken">Stops this caller's read.</param>
    public async Task<OverviewSnapshot> ReadAsync(long notBefore, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_last is null || _startedAt < notBefore)
            {
                var startedAt = time.GetTimestamp();
                _last = await ReadAsync(cancellationToken);
                _startedAt = startedAt;
            }

            return _last;
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task<OverviewSnapshot> ReadAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var attention = await devices.ListAsync(new DeviceFilter { NeedsSomeone = true }, 0, MaxAttention, cancellationToken);
        var batteries = await devices.ListAsync(
            new DeviceFilter { BatteryBelow = BatteryLevel.Low, Sort = DeviceSort.Battery }, 0, MaxLowBatteries, cancellationToken);
        var failed = await tasks.ListAsync(new TaskFilter { Outcome = TaskOutcome.Failed }, 0, MaxFailedTasks, cancellationToken);
        return new OverviewSnapshot
        {
            Counts = await fleet.CountAsync(now, cancellationToken),
            Attention = attention.Items,
            Silent = await SilentAsync(cancellationToken),
            LowBatteries = batteries.Items,
            LowBatteryTotal = batteries.Total,
            FailedTasks = failed.Items,
            Pushes = await PushesAsync(cancellationToken),
            Rate = PushRate.Of(
                now,
                await fleet.PushesPerMinuteAsync(now, PushRate.Span, cancellationToken),
                await fleet.PushesPerMinuteAsync(now.AddDays(-7), PushRate.Span, cancellationToken)),
        };
    }

    /// <summary>The lost ones first, but never without room for some late ones: a fleet with many wrecks still shows what has just begun.</summary>
    private async Task<IReadOnlyList<DeviceSnapshot>> SilentAsync(CancellationToken cancellationToken)
    {
        var lost = await devices.ListAsync(new DeviceFilter { Status = DeviceStatus.Lost }, 0, MaxSilent, cancellationToken);
        var late = await devices.ListAsync(new DeviceFilter { Status = DeviceStatus.Late }, 0, MaxSilent, cancellationToken);
        var roomForLate = Math.Min(late.Items.Count, Math.Max(MaxSilent - lost.Items.Count, MinLate));
        return [.. lost.Items.Take(MaxSilent - roomForLate), .. late.Items.Take(roomForLate)];
    }

    private async Task<IReadOnlyList<RecentPush>> PushesAsync(CancellationToken cancellationToken)
    {
        var heard = await devices.ListAsync(new DeviceFilter { Sort = DeviceSort.LastHeard, Descending = true }, 0, MaxPushes, cancellationToken);
        var results = await tasks.ListAsync(new TaskFilter(), 0, MaxPushes, cancellationToken);
        return [.. heard.Items.Where(static device => device.IsHeard).Select(RecentPush.Of).Concat(results.Items.Select(RecentPush.Of)).OrderByDescending(push => push.MessageId).Take(MaxPushes)];
    }
}
