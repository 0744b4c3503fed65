using Sensoro.Domain.Metrics;

namespace Sensoro.Dashboard.Tests.Protocol;

public sealed class MeasurementTests
{
    [Fact]
    public void ReadPush_OfZeroAndFalse_KeepsThemAsReadings()
    {
        var readings = ReadingOf.Readings("""{"battery":0,"temperature":0.0,"leak":false,"smoke":0}""").Measurements;

        Assert.Equal(
            [MetricValue.Number(0), MetricValue.Number(0), MetricValue.State(false), MetricValue.State(false, 0)],
            readings.Select(reading => reading.Value));
    }

    [Theory]
    [InlineData("cover")]
    [InlineData("jinggai")]
    [InlineData("door")]
    [InlineData("connection")]
    [InlineData("installed")]
    public void ReadPush_OfAnInvertedBoolean_IsActiveWhenFalse(string metric)
    {
        Assert.Equal(MetricValue.State(true), ReadingOf.Value(metric, "false"));
        Assert.Equal(MetricValue.State(false), ReadingOf.Value(metric, "true"));
        Assert.Equal(MetricValue.State(true, 0), ReadingOf.Value(metric, "0"));
        Assert.Equal(MetricValue.State(false, 1), ReadingOf.Value(metric, "1"));
    }

    [Theory]
    [InlineData("leak")]
    [InlineData("smoke")]
    [InlineData("drop")]
    [InlineData("manual_alarm")]
    public void ReadPush_OfAnAlarmState_IsActiveWhenTrueOrNotZero(string metric)
    {
        Assert.Equal(MetricValue.State(true), ReadingOf.Value(metric, "true"));
        Assert.Equal(MetricValue.State(true, -2.5), ReadingOf.Value(metric, "-2.5"));
        Assert.Equal(MetricValue.State(false, 0), ReadingOf.Value(metric, "0"));
    }

    [Theory]
    [InlineData("leak", "\"true\"")]
    [InlineData("leak", "\"1\"")]
    [InlineData("leak", "1e400")]
    [InlineData("leak", "{}")]
    [InlineData("leak", "[1]")]
    [InlineData("temperature", "\"\"")]
    [InlineData("temperature", "\"warm\"")]
    [InlineData("temperature", "{\"value\":3}")]
    [InlineData("temperature", "[3]")]
    [InlineData("gyro", "3")]
    [InlineData("gyro", "true")]
    [InlineData("gyro", "\"1,2,3\"")]
    [InlineData("gyro", "[1,2,3]")]
    [InlineData("gyro", "{}")]
    [InlineData("gyro", """{"x":1,"y":2}""")]
    [InlineData("gyro", """{"x":1,"y":2,"z":null}""")]
    [InlineData("gyro", """{"x":1,"y":2,"z":"3"}""")]
    [InlineData("gyro", """{"x":1,"y":2,"z":1e400}""")]
    [InlineData("gyro", """{"x":1,"y":2,"z":3,"z":[]}""")]
    public void ReadPush_OfAValueThatCannotBeTheMetric_MarksItInvalid(string metric, string json) =>
        Assert.Equal(MetricValue.Invalid, ReadingOf.Value(metric, json));

    [Fact]
    public void ReadPush_OfAnInvalidValue_KeepsTheRest()
    {
        var readings = ReadingOf.Readings("""{"gyro":{"x":{"deep":[1]},"y":2},"temperature":"warm","battery":50}""").Measurements;

        Assert.Equal([MetricValue.Invalid, MetricValue.Invalid, MetricValue.Number(50)], readings.Select(reading => reading.Value));
    }

    [Theory]
    [InlineData("21.50", 21.5)]
    [InlineData("2.15e1", 21.5)]
    [InlineData("123456789012345678901234567890", 123456789012345678901234567890.0)]
    [InlineData("\"21.5\"", 21.5)]
    [InlineData("\" -40 \"", -40)]
    [InlineData("\"1E+2\"", 100)]
    [InlineData("\"0\"", 0)]
    public void ReadPush_OfANumberOrNumericText_IsANumber(string json, double expected) =>
        Assert.Equal(MetricValue.Number(expected), ReadingOf.Value("temperature", json));

    [Fact]
    public void ReadPush_OfMinusZero_IsZero() => Assert.False(double.IsNegative(ReadingOf.Value("light", "-0").X));

    [Fact]
    public void ReadPush_OfABooleanUnderANumber_IsAFlag() => Assert.Equal(MetricValue.Flag(true), ReadingOf.Value("temperature", "true"));

    [Fact]
    public void ReadPush_OfVectors_ReadsTheAxesInAnyOrder()
    {
        Assert.Equal(MetricValue.Vector(1.5, 0, -2.25), ReadingOf.Value("gyro", """{"z":-2.25,"w":[9],"x":1.5,"y":0}"""));
        Assert.Equal(MetricValue.Vector(0.1, 0.2, 0.3), ReadingOf.Value("magnetic", """{"x":0.1,"y":0.2,"z":0.3}"""));
    }

    [Fact]
    public void ReadPush_OfABooleanMagneticContact_IsAFlag() => Assert.Equal(MetricValue.Flag(false), ReadingOf.Value("magnetic", "false"));

    [Theory]
    [InlineData("\"48656c6c6f\"", "48656c6c6f")]
    [InlineData("\"北京 \\\"x\\\"\"", "北京 \"x\"")]
    [InlineData("\"\"", "")]
    [InlineData("1.50", "1.50")]
    [InlineData("true", "true")]
    [InlineData("{\"a\": [1]}", "{\"a\": [1]}")]
    public void ReadPush_OfATextMetric_KeepsWhatWasSent(string json, string expected) =>
        Assert.Equal(MetricValue.OfText(expected), ReadingOf.Value("customer", json));

    [Fact]
    public void ReadPush_OfUnknownMetrics_KeepsThemInTheirOwnShape()
    {
        var readings = ReadingOf.Readings(
            """{"brandNew":7.5,"asText":"7.5","flag":false,"word":"open","tree":{"a": [1]},"list":[1, 2],"Temperature":3}""").Measurements;

        Assert.All(readings, reading => Assert.Null(reading.Definition));
        Assert.Equal("brandNew asText flag word tree list Temperature", string.Join(' ', readings.Select(reading => reading.Key)));
        Assert.Equal(
            [
                MetricValue.Number(7.5),
                MetricValue.Number(7.5),
                MetricValue.Flag(false),
                MetricValue.OfText("open"),
                MetricValue.OfJson("""{"a": [1]}"""),
                MetricValue.OfJson("[1, 2]"),
                MetricValue.Number(3),
            ],
            readings.Select(reading => reading.Value));
    }

    [Fact]
    public void ReadPush_OfAnEmptyMetricName_KeepsIt()
    {
        var reading = Assert.Single(ReadingOf.Readings("""{"":5}""").Measurements);

        Assert.Equal("", reading.Key);
        Assert.Equal(MetricValue.Number(5), reading.Value);
    }

    [Fact]
    public void ReadPush_OfAnEscapedMetricName_FindsItInTheCatalogue()
    {
        var reading = Assert.Single(ReadingOf.Readings("""{"temper\u0061ture":22.5}""").Measurements);

        Assert.Equal("temperature", reading.Key);
        Assert.Equal("°C", reading.Definition?.Unit);
    }

    [Fact]
    public void ReadPush_OfNull_HasNoSuchReading() =>
        Assert.Equal("battery", Assert.Single(ReadingOf.Readings("""{"temperature":null,"battery":5,"leak":null}""").Measurements).Key);

    [Fact]
    public void ReadPush_OfDuplicateKeys_TakesTheLast()
    {
        var readings = ReadingOf.Readings("""{"battery":1,"light":5,"x":1,"battery":2,"light":null,"x":null,"x":3}""").Measurements;

        Assert.Equal("battery x", string.Join(' ', readings.Select(reading => reading.Key)));
        Assert.Equal([MetricValue.Number(2), MetricValue.Number(3)], readings.Select(reading => reading.Value));
    }

    [Fact]
    public void ReadPush_OfThousandsOfKeysTwice_KeepsEachOnce()
    {
        var members = Enumerable.Range(0, 20_000).Select(index => $"\"k{index % 10_000}\":{index}");

        var readings = ReadingOf.Readings($"{{{string.Join(',', members)}}}").Measurements;

        Assert.Equal(10_000, readings.Count);
        Assert.Equal(MetricValue.Number(10_000), readings[0].Value);
        Assert.Equal(MetricValue.Number(19_999), readings[^1].Value);
    }

    [Fact]
    public void ReadPush_OfAnEmptyObject_HasNoReadings() => Assert.Empty(ReadingOf.Readings("{}").Measurements);

    [Fact]
    public void ReadPush_OfASecretPart_ReadsItInsteadOfPlainReadings()
    {
        var reading = Assert.Single(ReadingOf.SecretReadings("""{"battery":77}""").Measurements);

        Assert.Equal(MetricValue.Number(77), reading.Value);
    }

    [Fact]
    public void ReadPush_OfASecretPartWrappedInData_TakesItOut()
    {
        var reading = Assert.Single(ReadingOf.SecretReadings("""{"data":{"battery":77}}""").Measurements);

        Assert.Equal("battery", reading.Key);
    }

    [Theory]
    [InlineData("""{"data":{"battery":77},"light":3}""")]
    [InlineData("""{"light":3,"data":{"battery":77}}""")]
    [InlineData("""{"data":3}""")]
    public void ReadPush_OfASecretPartThatIsNotOnlyAWrapping_LeavesIt(string content) =>
        Assert.Contains(ReadingOf.SecretReadings(content).Measurements, reading => reading.Key == "data");

    [Fact]
    public void ReadPush_OfPlainReadings_DoesNotUnwrap() =>
        Assert.Equal(MetricValueKind.Json, ReadingOf.Value("data", """{"battery":77}""").Kind);
}
