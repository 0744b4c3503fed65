using System.Text;
using Sensoro.Dashboard.Components.Messages;

namespace Sensoro.Dashboard.Tests.Components.Messages;

public sealed class MessageTextTests
{
    [Fact]
    public void Of_Json_IsIndentedAndEveryDigitIsKept()
    {
        var text = Of("""{"msgId":12345678901234567890123,"t":20.10,"n":"烟感"}""").Text;

        Assert.Contains("\n", text, StringComparison.Ordinal);
        Assert.Contains("12345678901234567890123", text, StringComparison.Ordinal);
        Assert.Contains("20.10", text, StringComparison.Ordinal);
        Assert.Contains("烟感", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{\"a\":")]
    [InlineData("")]
    public void Of_NoJson_StaysAsItIs(string text) => Assert.Equal(text, Of(text).Text);

    [Fact]
    public void Of_EndlessText_IsCutAndSaysSo()
    {
        var text = Of(new string('x', MessageText.MaxLength + 1));

        Assert.Equal(MessageText.MaxLength, text.Text.Length);
        Assert.True(text.IsCut);
    }

    [Fact]
    public void Of_JsonThatGrowsBeyondTheLimit_IsCut()
    {
        var text = Of("[" + string.Join(',', Enumerable.Repeat("1", MessageText.MaxLength / 4)) + "]");

        Assert.Equal(MessageText.MaxLength, text.Text.Length);
        Assert.True(text.IsCut);
    }

    private static MessageText Of(string text) => MessageText.Of(Encoding.UTF8.GetBytes(text));
}
