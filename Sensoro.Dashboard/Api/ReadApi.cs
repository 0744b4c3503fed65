using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Sensoro.Dashboard.Diagnostics;
using Sensoro.Dashboard.Storage;
using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Api;

/// <summary>The read calls of <c>/api/v1</c>. Every list is bounded; a wrong parameter is named in the answer.</summary>
internal static class ReadApi
{
    private const int DefaultPageSize = 50;

    public static async Task<Results<Ok<DeviceListResource>, ProblemHttpResult>> Devices(
        DeviceQueries devices, TimeProvider time, string? search, string? status, string? type, int? page, int? pageSize, CancellationToken cancellationToken)
    {
        DeviceStatus? wanted = null;
        if (!string.IsNullOrEmpty(status))
        {
            if (!DeviceStatuses.TryParse(status, out var parsed))
            {
                return Wrong("status", status, string.Join(", ", DeviceStatuses.All.Select(DeviceStatuses.Text)));
            }

            wanted = parsed;
        }

        if (PageFault(page, pageSize, DeviceQueries.MaxPageSize) is { } fault)
        {
            return fault;
        }

        var (skip, take) = Window(page, pageSize);
        var found = await devices.ListAsync(
            new DeviceFilter { Search = search, Status = wanted, DeviceType = type, Sort = DeviceSort.Sn }, skip, take, cancellationToken);
        var now = time.GetUtcNow();
        return TypedResults.Ok(new DeviceListResource([.. found.Items.Select(device => device.ToResource(now))], found.Total));
    }

    public static async Task<Results<Ok<DeviceResource>, ProblemHttpResult>> Device(
        DeviceQueries devices, TimeProvider time, string sn, CancellationToken cancellationToken) =>
        await devices.FindAsync(SerialOf(sn), cancellationToken) is { } device ? TypedResults.Ok(device.ToResource(time.GetUtcNow())) : Unknown(sn);

    public static async Task<Results<Ok<MessageListResource>, ProblemHttpResult>> Messages(
        MessageQueries messages, string? sn, string? taskId, string? msgId, long? after, int? limit, CancellationToken cancellationToken)
    {
        if (after < 0)
        {
            return Wrong("after", after.Value.ToString(CultureInfo.InvariantCulture), "0 or the nextAfter of an earlier answer");
        }

        if (limit is < 1 or > MessageQueries.MaxPageSize)
        {
            return Wrong("limit", limit.Value.ToString(CultureInfo.InvariantCulture), $"a whole number from 1 to {MessageQueries.MaxPageSize}");
        }

        var found = await messages.ReadAfterAsync(
            new MessageFilter { Sn = sn, TaskId = taskId, MsgId = msgId }, after ?? 0, limit ?? DefaultPageSize, cancellationToken);
        return TypedResults.Ok(new MessageListResource([.. found.Select(message => message.ToResource())], found.Count == 0 ? after ?? 0 : found[^1].Entry.Id));
    }

    public static async Task<Results<Ok<TaskListResource>, ProblemHttpResult>> Tasks(
        TaskQueries tasks, string? sn, string? taskId, int? page, int? pageSize, CancellationToken cancellationToken)
    {
        if (PageFault(page, pageSize, TaskQueries.MaxPageSize) is { } fault)
        {
            return fault;
        }

        var (skip, take) = Window(page, pageSize);
        var found = await tasks.ListAsync(new TaskFilter { Sn = sn, TaskId = taskId }, skip, take, cancellationToken);
        return TypedResults.Ok(new TaskListResource([.. found.Items.Select(result => result.ToResource())], found.Total));
    }

    public static Ok<StatsResource> Stats(PipelineStatus status, MessageLog log, ProjectionLag lag) => TypedResults.Ok(new StatsResource(
        status.Received,
        status.Stored,
        status.Duplicates,
        status.Conflicts,
        status.Quarantined.Values.Sum(),
        log.RefusedCount,
        status.Rejected,
        status.QueueDepth,
        log.LastId,
        status.FoldedId,
        lag.Messages,
        lag.Age().TotalSeconds));

    private static (int Skip, int Take) Window(int? page, int? pageSize) =>
        ((((page ?? 1) - 1) * (pageSize ?? DefaultPageSize)), pageSize ?? DefaultPageSize);

    private static ProblemHttpResult? PageFault(int? page, int? pageSize, int largest)
    {
        if (page is < 1 or > 1_000_000)
        {
            return Wrong("page", page.Value.ToString(CultureInfo.InvariantCulture), "a whole number from 1 to 1000000");
        }

        return pageSize is { } size && (size < 1 || size > largest)
            ? Wrong("pageSize", size.ToString(CultureInfo.InvariantCulture), $"a whole number from 1 to {largest}")
            : null;
    }

    /// <summary>In a path every escape is decoded but that of the slash, and an SN may be any text.</summary>
    internal static string SerialOf(string segment) => segment.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);

    internal static ProblemHttpResult Unknown(string sn) =>
        TypedResults.Problem($"No device with the SN {sn} has been heard of.", statusCode: StatusCodes.Status404NotFound);

    internal static ProblemHttpResult Wrong(string parameter, string? value, string accepted) =>
        TypedResults.Problem($"The parameter {parameter} is {(string.IsNullOrEmpty(value) ? "missing" : $"\"{value}\"")}; it must be {accepted}.", statusCode: StatusCodes.Status400BadRequest);
}
