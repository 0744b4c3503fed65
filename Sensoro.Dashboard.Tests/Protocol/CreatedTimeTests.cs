using System.Globalization;

namespace Sensoro.Dashboard.Tests.Protocol;

public sealed class CreatedTimeTests
{
    [Theory]
    [InlineData("1759999940000", 1759999940000)]
    [InlineData("1759999940000.9", 1759999940000)]
    [InlineData("1759999900", 1759999900000)]
    [InlineData("1759999900.5", 1759999900500)]
    [InlineData("1.7599999e9", 1759999900000)]
    [InlineData("100000000", 100000000000)]
    [InlineData("100000000000", 100000000000)]
    [InlineData("9900000000000", 9900000000000)]
    [InlineData("\"1759999939000\"", 1759999939000)]
    [InlineData("\" 1759999939000 \"", 1759999939000)]
    [InlineData("\"1759999900\"", 1759999900000)]
    public void CreatedAt_FromANumber_TellsSecondsFromMilliseconds(string json, long expected) => Assert.Equal(expected, Milliseconds(json));

    [Theory]
    [InlineData("2025-10-09T08:50:00.000Z", "2025-10-09T08:50:00.000Z")]
    [InlineData("2025-10-09T08:50Z", "2025-10-09T08:50:00.000Z")]
    [InlineData("2025-10-09T08:50:07Z", "2025-10-09T08:50:07.000Z")]
    [InlineData("2025-10-09T08:50:07.1Z", "2025-10-09T08:50:07.100Z")]
    [InlineData("2025-10-09T08:50:07.9999999Z", "2025-10-09T08:50:07.999Z")]
    [InlineData("2025-10-09T16:50:00+08:00", "2025-10-09T08:50:00.000Z")]
    [InlineData("2025-10-09T03:20:00-05:30", "2025-10-09T08:50:00.000Z")]
    [InlineData(" 2025-10-09T08:50:00Z ", "2025-10-09T08:50:00.000Z")]
    [InlineData("1965-01-01T00:00:00Z", "1965-01-01T00:00:00.000Z")]
    public void CreatedAt_FromIso8601_IsThatMoment(string text, string expected) =>
        Assert.Equal(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture).ToUnixTimeMilliseconds(), Milliseconds($"\"{text}\""));

    [Theory]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("{}")]
    [InlineData("[1759999940000]")]
    [InlineData("0")]
    [InlineData("-1759999940000")]
    [InlineData("99999999")]
    [InlineData("9900000000001")]
    [InlineData("1e400")]
    [InlineData("\"\"")]
    [InlineData("\"   \"")]
    [InlineData("\"yesterday\"")]
    [InlineData("\"NaN\"")]
    [InlineData("\"-5\"")]
    [InlineData("\"1,759,999,940,000\"")]
    [InlineData("\"99999999999999999999999999999999999999\"")]
    [InlineData("\"2025-10-09\"")]
    [InlineData("\"2025-10-09T08:50:00\"")]
    [InlineData("\"2025-10-09 08:50:00Z\"")]
    [InlineData("\"2025-10-09T08:50:00z\"")]
    [InlineData("\"2025-10-09T08:50:00.Z\"")]
    [InlineData("\"2025-10-09T08:50.5Z\"")]
    [InlineData("\"2025-10-09T08:50:00+0800\"")]
    [InlineData("\"2025-10-09T08:50:00+24:00\"")]
    [InlineData("\"2025-13-09T08:50:00Z\"")]
    [InlineData("\"2025-02-30T08:50:00Z\"")]
    [InlineData("\"2025-10-09T25:50:00Z\"")]
    [InlineData("\"0001-01-01T00:00:00+08:00\"")]
    [InlineData("\"9999-12-31T23:59:59-08:00\"")]
    [InlineData("\"Z\"")]
    public void CreatedAt_FromAnythingElse_IsUnknown(string json) => Assert.Null(Milliseconds(json));

    private static long? Milliseconds(string json) =>
        ReadingOf.Envelope($$"""{"sn":"A1","data":{},"createdTime":{{json}} }""").CreatedAt?.ToUnixTimeMilliseconds();
}
