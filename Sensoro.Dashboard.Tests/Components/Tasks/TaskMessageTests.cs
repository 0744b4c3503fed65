using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Sensoro.Dashboard.Components.Tasks;

namespace Sensoro.Dashboard.Tests.Components.Tasks;

public sealed class TaskMessageTests
{
    private static readonly ServiceProvider Services = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider();

    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData("null", null)]
    [InlineData("{}", null)]
    [InlineData("""{ "interval" : 60 }""", "interval 60 s")]
    [InlineData("""{"interval":3600}""", "interval 60 min")]
    [InlineData("""{"interval":600,"reason":"device not reached"}""", "device not reached · interval 10 min")]
    [InlineData("""{"message":"refused"}""", "refused")]
    [InlineData("""{"reason":"  ","msg":"busy"}""", "busy")]
    [InlineData("\"done\"", "done")]
    [InlineData("""{ "steps": 3, "名": "<b>" }""", """{"steps":3,"名":"<b>"}""")]
    [InlineData("[1, 2]", "[1,2]")]
    [InlineData("17", "17")]
    public void Of_ResultData_SaysItInAFewWords(string? resultData, string? expected) => Assert.Equal(expected, Words(resultData));

    [Theory]
    [InlineData("""{"interval":-1}""")]
    [InlineData("""{"interval":1e300}""")]
    [InlineData("""{"interval":"60"}""")]
    public void Of_AnIntervalThatIsNone_ShowsWhatWasSent(string resultData) =>
        Assert.StartsWith("{\"interval\":", Words(resultData), StringComparison.Ordinal);

    [Fact]
    public void Of_TextThatIsNoJson_ShowsIt() => Assert.Equal("not {json", Words(" not {json "));

    [Fact]
    public void Of_AnEndlessText_ShortensIt() => Assert.Equal(301, Words("\"" + new string('x', 5_000) + "\"")?.Length);

    private static string? Words(string? resultData) =>
        TaskMessage.Of(resultData, Services.GetRequiredService<IStringLocalizer<TasksTexts>>(), CultureInfo.InvariantCulture);
}
