using System.Text.Json;
using System.Text.Json.Nodes;
using Sensoro.Dashboard.Tests.Protocol;
using Sensoro.Dashboard.Tests.Vectors;

namespace Sensoro.Dashboard.Tests.Integration;

/// <summary>Compares a message of the read API with what a vector says it means.</summary>
internal static class StoredPush
{
    private static readonly string[] Compared = ["kind", "appId", "sn", "deviceType", "taskId", "msgId", "createdAt", "encrypted", "metrics", "resultCode", "success", "resultData"];

    public static void AssertIs(PushVector vector, JsonElement message)
    {
        var wanted = JsonSerializer.SerializeToElement(Wanted(Assert.NotNull(vector.Expect.Event)));
        var found = JsonSerializer.SerializeToElement(Found(message));
        Assert.True(NormalisedEvent.AreEqual(wanted, found), $"wanted {wanted}{Environment.NewLine}found  {found}");
        Assert.Equal(vector.Expect.DecryptedPlaintext ?? System.Text.Encoding.UTF8.GetString(vector.Request.ReadBody()), message.GetProperty("body").GetString());
    }

    /// <summary>The vector's event in the API's words.</summary>
    private static JsonObject Wanted(JsonElement expected)
    {
        var wanted = new JsonObject();
        foreach (var name in Compared)
        {
            wanted[name] = name switch
            {
                "createdAt" => Time(expected.GetProperty("createdTimeMs")),
                "metrics" => Metrics(expected),
                _ => expected.TryGetProperty(name, out var value) ? JsonNode.Parse(value.GetRawText()) : null,
            };
        }

        return wanted;
    }

    private static JsonObject Found(JsonElement message)
    {
        var found = new JsonObject();
        foreach (var name in Compared)
        {
            found[name] = message.TryGetProperty(name, out var value) ? JsonNode.Parse(value.GetRawText()) : null;
        }

        return found;
    }

    private static JsonValue? Time(JsonElement milliseconds) => milliseconds.ValueKind == JsonValueKind.Null
        ? null
        : JsonValue.Create(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds.GetInt64()).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture));

    private static JsonObject Metrics(JsonElement expected)
    {
        var metrics = new JsonObject();
        if (expected.TryGetProperty("metrics", out var members))
        {
            foreach (var member in members.EnumerateObject().Where(member => !member.Value.TryGetProperty("invalid", out _)))
            {
                metrics[member.Name] = Metric(member.Value);
            }
        }

        return metrics;
    }

    private static JsonNode? Metric(JsonElement value)
    {
        if (value.TryGetProperty("active", out _) || value.TryGetProperty("lon", out _))
        {
            return JsonNode.Parse(value.GetRawText());
        }

        if (value.TryGetProperty("vector", out var vector))
        {
            return new JsonObject { ["x"] = vector[0].GetDouble(), ["y"] = vector[1].GetDouble(), ["z"] = vector[2].GetDouble() };
        }

        // number, bool, text and position (null): the member's own value is what the API writes.
        return JsonNode.Parse(Assert.Single(value.EnumerateObject()).Value.GetRawText());
    }
}
