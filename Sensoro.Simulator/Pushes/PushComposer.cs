using System.Buffers;
using System.Text.Json;
using Sensoro.Domain.Metrics;
using Sensoro.Domain.Protocol;
using Sensoro.Simulator.Fleet;

namespace Sensoro.Simulator.Pushes;

/// <summary>Writes the bodies of pushes the way SENSORO does: compact JSON, readable or with the content encrypted.</summary>
internal sealed class PushComposer(string appId, PushCipher cipher)
{
    private readonly ArrayBufferWriter<byte> _body = new();
    private readonly ArrayBufferWriter<byte> _content = new();

    /// <summary>A sensor push; not to be called by two threads at once.</summary>
    public byte[] Sensor(DeviceReport report, long msgId, bool safe) => Compose(json =>
    {
        json.WriteString("sn", report.Sn);
        json.WriteString("type", "text");
        json.WriteString("deviceType", report.DeviceType);
        WriteOrigin(json, report.At, msgId);
        if (safe)
        {
            json.WriteString("encryptData", Encrypt(content => WriteReadings(content, report.Readings)));
        }
        else
        {
            json.WriteStartObject("data");
            WriteReadings(json, report.Readings);
            json.WriteEndObject();
        }
    });

    /// <summary>A task event; not to be called by two threads at once.</summary>
    public byte[] Task(TaskOutcome outcome, long msgId, bool safe) => Compose(json =>
    {
        json.WriteNumber("taskId", outcome.TaskId);
        json.WriteString("type", "event");
        WriteOrigin(json, outcome.At, msgId);
        if (safe)
        {
            json.WriteString("encryptData", Encrypt(content => WriteResult(content, outcome)));
        }
        else
        {
            WriteResult(json, outcome);
        }
    });

    private static void WriteOrigin(Utf8JsonWriter json, DateTimeOffset at, long msgId)
    {
        json.WriteNumber("createdTime", at.ToUnixTimeMilliseconds());
        json.WriteNumber("msgId", msgId);
    }

    private static void WriteResult(Utf8JsonWriter json, TaskOutcome outcome)
    {
        json.WriteNumber("resultCode", outcome.Success ? 0 : 1);
        json.WriteStartObject("resultData");
        json.WriteNumber("interval", outcome.Interval);
        json.WriteEndObject();
    }

    private static void WriteReadings(Utf8JsonWriter json, IReadOnlyList<Reading> readings)
    {
        foreach (var reading in readings)
        {
            json.WritePropertyName(reading.Key);
            WriteValue(json, reading.Value);
        }
    }

    private static void WriteValue(Utf8JsonWriter json, MetricValue value)
    {
        switch (value.Kind)
        {
            case MetricValueKind.Number:
                json.WriteNumberValue(value.X);
                break;
            case MetricValueKind.Flag:
                json.WriteBooleanValue(value.Active);
                break;
            case MetricValueKind.Vector:
                json.WriteStartObject();
                json.WriteNumber("x", value.X);
                json.WriteNumber("y", value.Y);
                json.WriteNumber("z", value.Z);
                json.WriteEndObject();
                break;
            case MetricValueKind.Position or MetricValueKind.NoFix:
                WritePosition(json, value);
                break;
            case MetricValueKind.Text:
                json.WriteStringValue(value.Text);
                break;
            case MetricValueKind.Invalid or MetricValueKind.State or MetricValueKind.Json:
            default:
                throw new InvalidOperationException($"No device sends a value of the kind {value.Kind}.");
        }
    }

    /// <summary>Longitude first; no fix is an empty array.</summary>
    private static void WritePosition(Utf8JsonWriter json, MetricValue value)
    {
        json.WriteStartArray();
        if (value.Kind == MetricValueKind.Position)
        {
            json.WriteNumberValue(value.X);
            json.WriteNumberValue(value.Y);
        }

        json.WriteEndArray();
    }

    private static void WriteObject(ArrayBufferWriter<byte> target, Action<Utf8JsonWriter> members)
    {
        target.ResetWrittenCount();
        using var json = new Utf8JsonWriter(target);
        json.WriteStartObject();
        members(json);
        json.WriteEndObject();
    }

    private byte[] Compose(Action<Utf8JsonWriter> members)
    {
        WriteObject(_body, json =>
        {
            json.WriteString("appId", appId);
            members(json);
        });
        return _body.WrittenSpan.ToArray();
    }

    private string Encrypt(Action<Utf8JsonWriter> members)
    {
        WriteObject(_content, members);
        return cipher.Encrypt(_content.WrittenSpan);
    }
}
