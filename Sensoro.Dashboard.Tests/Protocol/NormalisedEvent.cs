using System.Text.Json;
using System.Text.Json.Nodes;
using Sensoro.Domain.Metrics;
using Sensoro.Domain.Protocol;

namespace Sensoro.Dashboard.Tests.Protocol;

/// <summary>A parsed push in the form the vectors state their expectations in.</summary>
internal static class NormalisedEvent
{
    public static JsonObject Of(Push push) => push switch
    {
        SensorPush sensor => Of(sensor),
        TaskEvent task => Of(task),
        _ => throw new ArgumentException("The vectors know no other pushes.", nameof(push)),
    };

    /// <summary>Structural equality; numbers by value, so that 21.50 equals 21.5.</summary>
    public static bool AreEqual(JsonElement expected, JsonElement actual) => (expected.ValueKind, actual.ValueKind) switch
    {
        (JsonValueKind.Object, JsonValueKind.Object) =>
            expected.EnumerateObject().Count() == actual.EnumerateObject().Count()
            && expected.EnumerateObject().All(member => actual.TryGetProperty(member.Name, out var other) && AreEqual(member.Value, other)),
        (JsonValueKind.Array, JsonValueKind.Array) =>
            expected.GetArrayLength() == actual.GetArrayLength()
            && expected.EnumerateArray().Zip(actual.EnumerateArray()).All(pair => AreEqual(pair.First, pair.Second)),
        (JsonValueKind.Number, JsonValueKind.Number) => expected.GetDouble().Equals(actual.GetDouble()),
        (JsonValueKind.String, JsonValueKind.String) => expected.GetString() == actual.GetString(),
        var (left, right) => left == right,
    };

    private static JsonObject Of(SensorPush push)
    {
        var metrics = new JsonObject();
        foreach (var measurement in push.Measurements)
        {
            metrics.Add(measurement.Key, Of(measurement.Value));
        }

        var envelope = push.Envelope;
        return new JsonObject
        {
            ["kind"] = "sensor",
            ["appId"] = envelope.AppId,
            ["sn"] = push.Sn,
            ["type"] = envelope.Type,
            ["deviceType"] = envelope.DeviceType,
            ["msgId"] = envelope.MsgId,
            ["createdTimeMs"] = envelope.CreatedAt?.ToUnixTimeMilliseconds(),
            ["encrypted"] = envelope.IsEncrypted,
            ["metrics"] = metrics,
        };
    }

    private static JsonObject Of(TaskEvent task)
    {
        var envelope = task.Envelope;
        return new JsonObject
        {
            ["kind"] = "task",
            ["appId"] = envelope.AppId,
            ["taskId"] = task.TaskId,
            ["type"] = envelope.Type,
            ["msgId"] = envelope.MsgId,
            ["createdTimeMs"] = envelope.CreatedAt?.ToUnixTimeMilliseconds(),
            ["encrypted"] = envelope.IsEncrypted,
            ["resultCode"] = task.ResultCode is { } code ? JsonNode.Parse(code) : null,
            ["success"] = task.Success,
            ["resultData"] = task.ResultData is { } json ? JsonNode.Parse(json) : null,
        };
    }

    private static JsonObject Of(MetricValue value) => value.Kind switch
    {
        MetricValueKind.Invalid => new JsonObject { ["invalid"] = true },
        MetricValueKind.Number => new JsonObject { ["number"] = value.X },
        MetricValueKind.State when value.HasNumber => new JsonObject { ["active"] = value.Active, ["number"] = value.X },
        MetricValueKind.State => new JsonObject { ["active"] = value.Active },
        MetricValueKind.Flag => new JsonObject { ["bool"] = value.Active },
        MetricValueKind.Vector => new JsonObject { ["vector"] = new JsonArray(value.X, value.Y, value.Z) },
        MetricValueKind.Position => new JsonObject { ["lon"] = value.X, ["lat"] = value.Y },
        MetricValueKind.NoFix => new JsonObject { ["position"] = null },
        MetricValueKind.Text => new JsonObject { ["text"] = value.Text },
        MetricValueKind.Json => new JsonObject { ["json"] = value.Text },
        _ => throw new ArgumentOutOfRangeException(nameof(value), value.Kind, "Not a value kind."),
    };
}
