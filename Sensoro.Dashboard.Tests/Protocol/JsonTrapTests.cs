using System.Text;
using Sensoro.Domain.Metrics;
using Sensoro.Domain.Protocol;

namespace Sensoro.Dashboard.Tests.Protocol;

/// <summary>What .NET's own readers let through, or throw on too late.</summary>
public sealed class JsonTrapTests
{
    [Fact]
    public void Number_Of1e400_IsInvalidInsteadOfInfinity() => Assert.Equal(MetricValue.Invalid, ReadingOf.Value("temperature", "1e400"));

    [Fact]
    public void Number_Of1e400UnderAnUnknownMetric_IsInvalid() => Assert.Equal(MetricValue.Invalid, ReadingOf.Value("brandNew", "-1e400"));

    [Theory]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("-Infinity")]
    [InlineData("∞")]
    [InlineData("21,5")]
    [InlineData("1,000")]
    [InlineData("+5")]
    [InlineData("05")]
    [InlineData(".5")]
    [InlineData("5.")]
    [InlineData("1e")]
    [InlineData("1e+")]
    [InlineData("--1")]
    [InlineData("1 2")]
    [InlineData("(5)")]
    [InlineData("0x10")]
    [InlineData("٣")]
    [InlineData("1e400")]
    [InlineData("-")]
    public void NumericText_ThatIsNotExactlyAJsonNumber_IsInvalid(string text) =>
        Assert.Equal(MetricValue.Invalid, ReadingOf.Value("temperature", $"\"{text}\""));

    [Theory]
    [InlineData("""{"sn":"\ud800","data":{}}""")]
    [InlineData("""{"sn":"\uDC00","data":{}}""")]
    [InlineData("""{"sn":"\ud83d\u0041","data":{}}""")]
    [InlineData("""{"sn":"\ud83d\ud83d\ude00","data":{}}""")]
    [InlineData("""{"sn":"A1","data":{"customer":"x\ud800"}}""")]
    [InlineData("""{"sn":"A1","data":{"\ud800":1}}""")]
    [InlineData("""{"sn":"A1","data":{"deep":[{"a":["\\\ud800"]}]}}""")]
    [InlineData("""{"sn":"A1","data":{},"unknown":"\udfff"}""")]
    public void LoneSurrogateEscape_Anywhere_IsRefused(string body) =>
        Assert.Equal(new ProtocolError(ProtocolErrorKind.BodyNotJson, "lone_surrogate"), ReadingOf.Error(body));

    [Fact]
    public void SurrogatePair_Escaped_IsText()
    {
        var value = ReadingOf.Value("customer", """ "\ud83d\ude00 \\ud800 \u00e9" """);

        Assert.Equal(MetricValue.OfText("😀 \\ud800 é"), value);
    }

    [Fact]
    public void ByteOrderMark_BeforeTheBody_IsRefused()
    {
        byte[] body = [0xEF, 0xBB, 0xBF, .. """{"sn":"A1","data":{}}"""u8];

        Assert.Equal(ProtocolErrorKind.BodyNotJson, ReadingOf.Error(body).Kind);
    }

    [Theory]
    [InlineData(0xFF)]
    [InlineData(0xC0)]
    [InlineData(0xED)]
    public void InvalidUtf8_InsideAString_IsRefused(byte wrong)
    {
        byte[] body = [.. """{"sn":"A1","data":{"customer":" """u8, wrong, .. """ "}}"""u8];

        Assert.Equal(new ProtocolError(ProtocolErrorKind.BodyNotJson, "not_utf8"), ReadingOf.Error(body));
    }

    [Fact]
    public void Nesting_Of64Levels_IsRead()
    {
        var value = ReadingOf.Value("deep", new string('[', 62) + new string(']', 62));

        Assert.Equal(MetricValueKind.Json, value.Kind);
    }

    [Theory]
    [InlineData(63)]
    [InlineData(3000)]
    public void Nesting_Beyond64Levels_IsTooDeep(int arrays)
    {
        var body = $$"""{"sn":"A1","data":{"deep":{{new string('[', arrays)}}{{new string(']', arrays)}} } }""";

        Assert.Equal(ProtocolErrorKind.BodyTooDeep, ReadingOf.Error(body).Kind);
    }

    [Fact]
    public void MsgId_Above2To53_KeepsItsLastDigit() =>
        Assert.Equal("9007199254740993", ReadingOf.Envelope("""{"sn":"A1","msgId":9007199254740993,"data":{}}""").MsgId);

    [Fact]
    public void Nul_InsideText_IsText() =>
        Assert.Equal(MetricValue.OfText("a\0b"), ReadingOf.Value("customer", "\"a\\u0000b\""));

    [Fact]
    public void ErrorDetail_OfHostileText_DoesNotRepeatIt()
    {
        var error = ReadingOf.Error(Encoding.UTF8.GetBytes("""{"sn":"<script>alert(1)</script>" """));

        Assert.DoesNotContain("script", error.Detail, StringComparison.Ordinal);
    }
}
