using System.Text.Json;

namespace Sensoro.Dashboard.Api;

/// <param name="TaskId">Exact digits or text.</param>
/// <param name="Sn">The device staff linked the task to; null when it is not linked.</param>
/// <param name="ResultCode">As sent; 0 is success.</param>
/// <param name="Success">Whether the task succeeded; null when no code came.</param>
/// <param name="ResultData">As sent.</param>
/// <param name="CreatedAt">createdTime.</param>
/// <param name="ReceivedAt">When the result was received.</param>
public sealed record TaskResource(
    string TaskId, string? Sn, JsonElement? ResultCode, bool? Success, JsonElement? ResultData, DateTimeOffset? CreatedAt, DateTimeOffset ReceivedAt);
