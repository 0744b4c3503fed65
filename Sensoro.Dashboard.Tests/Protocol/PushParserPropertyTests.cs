using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Xunit;
using Sensoro.Dashboard.Tests.Vectors;
using Sensoro.Domain.Metrics;
using Sensoro.Domain.Protocol;

namespace Sensoro.Dashboard.Tests.Protocol;

/// <summary>Whatever arrives, the parser ends in a push or an error, and what it lets through is sound.</summary>
public sealed class PushParserPropertyTests
{
    [Property(MaxTest = 1000)]
    public bool Parser_OfAnyBytes_NeverThrows(byte[] body) => IsSound(body, body);

    [Property(MaxTest = 2000, Arbitrary = [typeof(JsonTextGenerator)])]
    public bool Parser_OfAnyJson_NeverThrows(JsonText body, JsonText content) =>
        IsSound(Encoding.UTF8.GetBytes(body.Text), Encoding.UTF8.GetBytes(content.Text));

    [Property(MaxTest = 2000)]
    public bool Parser_OfADamagedPush_NeverThrows(NonNegativeInt index, NonNegativeInt at, byte changed)
    {
        var body = VectorFile.All[index.Get % VectorFile.All.Count].Request.ReadBody();
        if (body.Length > 0)
        {
            body[at.Get % body.Length] = changed;
        }

        return IsSound(body, body);
    }

    [Property(MaxTest = 1000)]
    public bool Parser_OfATruncatedPush_RefusesIt(NonNegativeInt index, NonNegativeInt length)
    {
        var body = VectorFile.All[index.Get % 80].Request.ReadBody();

        return !PushParser.TryReadEnvelope(body.AsMemory(0, length.Get % body.Length), out _, out var error)
            && error.Kind is ProtocolErrorKind.BodyEmpty or ProtocolErrorKind.BodyNotJson;
    }

    [Property(MaxTest = 1000, Arbitrary = [typeof(JsonTextGenerator)])]
    public bool Parser_OfAnyJson_AcceptsOnlyWhatThePlatformCallsJson(JsonText body)
    {
        var accepted = PushParser.TryReadEnvelope(Encoding.UTF8.GetBytes(body.Text), out _, out var error);
        return (accepted || error.Kind == ProtocolErrorKind.EnvelopeInvalid) == IsJson(body.Text);
    }

    private static bool IsSound(byte[] body, byte[] content)
    {
        if (!PushParser.TryReadEnvelope(body, out var envelope, out var error))
        {
            return error.Kind != ProtocolErrorKind.None && error.Detail.Length > 0;
        }

        // only what the cipher lets through reaches the second step
        var secret = envelope.IsEncrypted && IsJson(Encoding.UTF8.GetString(content)) ? content : [];
        return PushParser.ReadPush(envelope, secret) switch
        {
            SensorPush sensor => sensor.Sn.Length > 0 && HasSoundReadings(sensor),
            TaskEvent task => task.TaskId.Length > 0,
            _ => true,
        };
    }

    private static bool HasSoundReadings(SensorPush push) =>
        push.Measurements.All(reading => double.IsFinite(reading.Value.X) && double.IsFinite(reading.Value.Y) && double.IsFinite(reading.Value.Z))
        && push.Measurements.All(reading => reading.Value.Kind is not (MetricValueKind.Text or MetricValueKind.Json) || reading.Value.Text is not null)
        && push.Measurements.DistinctBy(reading => reading.Key, StringComparer.Ordinal).Count() == push.Measurements.Count;

    private static bool IsJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.Object && !HasLoneSurrogate(document.RootElement);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool HasLoneSurrogate(JsonElement element)
    {
        try
        {
            return element.ValueKind switch
            {
                JsonValueKind.Object => element.EnumerateObject().Any(member => member.Name is null || HasLoneSurrogate(member.Value)),
                JsonValueKind.Array => element.EnumerateArray().Any(HasLoneSurrogate),
                JsonValueKind.String => element.GetString() is null,
                _ => false,
            };
        }
        catch (InvalidOperationException)
        {
            return true;
        }
    }
}
