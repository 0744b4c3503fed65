using System.Text;
using Sensoro.Domain.Metrics;
using Sensoro.Domain.Protocol;

namespace Sensoro.Dashboard.Tests.Protocol;

/// <summary>Shortcuts from JSON text to parsed pushes.</summary>
internal static class ReadingOf
{
    public static PushEnvelope Envelope(string body)
    {
        var read = PushParser.TryReadEnvelope(Encoding.UTF8.GetBytes(body), out var envelope, out var error);
        Assert.True(read, $"{error.Kind} {error.Detail}");
        return envelope ?? throw new InvalidOperationException("No envelope.");
    }

    public static ProtocolError Error(string body) => Error(Encoding.UTF8.GetBytes(body));

    public static ProtocolError Error(byte[] body)
    {
        Assert.False(PushParser.TryReadEnvelope(body, out var envelope, out var error));
        Assert.Null(envelope);
        return error;
    }

    public static Push Plain(string body) => PushParser.ReadPush(Envelope(body), default);

    /// <summary>A sensor push with these readings.</summary>
    public static SensorPush Readings(string json) => Assert.IsType<SensorPush>(Plain($$"""{"sn":"A1","type":"text","data":{{json}}}"""));

    /// <summary>A sensor push with these readings in its secret part.</summary>
    public static SensorPush SecretReadings(string json) =>
        Assert.IsType<SensorPush>(PushParser.ReadPush(Envelope("""{"sn":"A1","type":"text","encryptData":"eA=="}"""), Encoding.UTF8.GetBytes(json)));

    public static TaskEvent Task(string body) => Assert.IsType<TaskEvent>(Plain(body));

    /// <summary>The value of the only metric.</summary>
    public static MetricValue Value(string metric, string json) =>
        Assert.Single(Readings($$"""{"{{metric}}":{{json}}}""").Measurements).Value;
}
