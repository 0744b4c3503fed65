using System.Text.Json;
using System.Text.Json.Serialization;
using Sensoro.Domain.Metrics;

namespace Sensoro.Dashboard.Api;

/// <summary>A push as stored and as understood.</summary>
public sealed record MessageResource
{
    public required long Id { get; init; }

    public required string AppId { get; init; }

    /// <summary>sensor, task or other.</summary>
    public required string Kind { get; init; }

    public string? Sn { get; init; }

    public string? DeviceType { get; init; }

    public string? TaskId { get; init; }

    public string? MsgId { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public bool Encrypted { get; init; }

    public int Deliveries { get; init; }

    public bool Conflict { get; init; }

    /// <summary>The text as received, decrypted where it was encrypted.</summary>
    public required string Body { get; init; }

    /// <summary>What was understood, by metric key.</summary>
    public required IReadOnlyDictionary<string, MetricValue> Metrics { get; init; }

    /// <summary>Of a task event: the code as sent, a number where it is one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JsonElement? ResultCode { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Success { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JsonElement? ResultData { get; init; }
}
