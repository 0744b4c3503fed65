using Microsoft.EntityFrameworkCore;
using Sensoro.Domain.Readings;
using Sensoro.Domain.Tasks;

namespace Sensoro.Dashboard.Storage;

/// <summary>Reads of task results, newest first, with the device that staff linked them to.</summary>
public sealed class TaskQueries(IDbContextFactory<SensoroDbContext> states)
{
    public const int MaxPageSize = 1_000;

    public async Task<Page<TaskResult>> ListAsync(TaskFilter filter, int skip, int take, CancellationToken cancellationToken)
    {
        await using var state = await states.CreateDbContextAsync(cancellationToken);
        var matching = Matching(Linked(state), filter);
        var total = await matching.CountAsync(cancellationToken);
        var rows = await matching.OrderByDescending(linked => linked.Result.MessageId).Skip(skip).Take(Math.Clamp(take, 1, MaxPageSize)).ToListAsync(cancellationToken);
        return new(rows.ConvertAll(static linked => linked.ToTaskResult()), total);
    }

    /// <summary>The next results that were received within the span, by message: for walks through all of them.</summary>
    public async Task<IReadOnlyList<TaskResult>> WalkAsync(TaskFilter filter, TimeRange range, long afterId, int take, CancellationToken cancellationToken)
    {
        var (from, to) = (range.From, range.To);
        await using var state = await states.CreateDbContextAsync(cancellationToken);
        var rows = await Matching(Linked(state), filter).Where(linked => linked.Result.MessageId > afterId && linked.Result.ReceivedAt >= from && linked.Result.ReceivedAt < to)
            .OrderBy(linked => linked.Result.MessageId).Take(Math.Clamp(take, 1, MaxPageSize)).ToListAsync(cancellationToken);
        return rows.ConvertAll(static linked => linked.ToTaskResult());
    }

    /// <summary>How many results there are since a time, how many of them failed, and how many have no device at all.</summary>
    public async Task<TaskCounts> CountAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        await using var state = await states.CreateDbContextAsync(cancellationToken);
        var recent = state.TaskResults.AsNoTracking().Where(result => result.ReceivedAt >= since);
        return new TaskCounts(
            await recent.CountAsync(cancellationToken),
            await recent.CountAsync(result => result.Success != true, cancellationToken),
            await Linked(state).CountAsync(linked => linked.Sn == null, cancellationToken));
    }

    private static IQueryable<LinkedResult> Linked(SensoroDbContext state) =>
        from result in state.TaskResults.AsNoTracking()
        join link in state.TaskLinks on new { result.AppId, result.TaskId } equals new { link.AppId, link.TaskId } into links
        from link in links.DefaultIfEmpty()
        join device in state.Devices on link.Sn equals device.Sn into devices
        from device in devices.DefaultIfEmpty()
        select new LinkedResult { Result = result, Sn = link == null ? null : link.Sn, DeviceName = device == null ? null : device.Name };

    private static IQueryable<LinkedResult> Matching(IQueryable<LinkedResult> results, TaskFilter filter)
    {
        if (!string.IsNullOrWhiteSpace(filter.Search))
        {
            var pattern = LikePattern.Containing(filter.Search);
            results = results.Where(linked => EF.Functions.Like(linked.Result.TaskId, pattern, LikePattern.Escape)
                || EF.Functions.Like(linked.Sn ?? "", pattern, LikePattern.Escape) || EF.Functions.Like(linked.DeviceName ?? "", pattern, LikePattern.Escape));
        }

        if (!string.IsNullOrEmpty(filter.Sn))
        {
            results = results.Where(linked => linked.Sn == filter.Sn);
        }

        if (!string.IsNullOrEmpty(filter.TaskId))
        {
            results = results.Where(linked => linked.Result.TaskId == filter.TaskId);
        }

        return filter.Outcome is not { } outcome ? results : outcome switch
        {
            TaskOutcome.Succeeded => results.Where(linked => linked.Result.Success == true),
            TaskOutcome.Failed => results.Where(linked => linked.Result.Success != true),
            TaskOutcome.NotLinked => results.Where(linked => linked.Sn == null),
        };
    }

    /// <summary>A result beside its link.</summary>
    private sealed class LinkedResult
    {
        public required TaskResultRow Result { get; init; }

        public string? Sn { get; init; }

        public string? DeviceName { get; init; }

        public TaskResult ToTaskResult() => new()
        {
            MessageId = Result.MessageId,
            AppId = Result.AppId,
            TaskId = Result.TaskId,
            Sn = Sn,
            DeviceName = DeviceName,
            ResultCode = Result.ResultCode,
            Success = Result.Success,
            ResultData = Result.ResultData,
            CreatedAt = Result.CreatedAt,
            ReceivedAt = Result.ReceivedAt,
        };
    }
}
