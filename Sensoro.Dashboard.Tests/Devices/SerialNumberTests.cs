using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Tests.Devices;

public sealed class SerialNumberTests
{
    [Theory]
    [InlineData("10610117C5A9D0AA", "10610117C5", "A9D0AA")]
    [InlineData("A9D0AA", "", "A9D0AA")]
    [InlineData("7", "", "7")]
    [InlineData("", "", "")]
    [InlineData("ab😀12345", "ab", "😀12345")]
    public void SerialNumber_OfAnyText_SplitsOffTheLastSix(string text, string head, string tail)
    {
        var number = new SerialNumber(text);

        Assert.Equal(head, number.Head);
        Assert.Equal(tail, number.Tail);
        Assert.Equal(text, number.ToString());
    }
}
