using System.Globalization;
using Sensoro.Dashboard.Components.Messages;

namespace Sensoro.Dashboard.Tests.Components.Messages;

public sealed class DelaysTests
{
    [Theory]
    [InlineData(0.34, "0.3 s", "340 ms")]
    [InlineData(9.96, "10.0 s", "10.0 s")]
    [InlineData(42, "42 s", "42 s")]
    [InlineData(1_591, "26 min", "26 min 31 s")]
    [InlineData(1_560, "26 min", "26 min")]
    [InlineData(3_900, "1 h 05", "1 h 05")]
    [InlineData(-3.2, "−3.2 s", "−3.2 s")]
    [InlineData(-90, "−1 min", "−1 min 30 s")]
    public void Text_English_IsShortAndExactIsNot(double seconds, string text, string exact)
    {
        var culture = new CultureInfo("en");

        Assert.Equal(text, Delays.Text(TimeSpan.FromSeconds(seconds), culture));
        Assert.Equal(exact, Delays.Exact(TimeSpan.FromSeconds(seconds), culture));
    }

    [Theory]
    [InlineData(0.34, "0.3 秒", "340 毫秒")]
    [InlineData(1_591, "26 分钟", "26 分钟 31 秒")]
    public void Text_Chinese_HasItsOwnUnits(double seconds, string text, string exact)
    {
        var culture = new CultureInfo("zh-Hans");

        Assert.Equal(text, Delays.Text(TimeSpan.FromSeconds(seconds), culture));
        Assert.Equal(exact, Delays.Exact(TimeSpan.FromSeconds(seconds), culture));
    }
}
