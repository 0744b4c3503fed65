using Sensoro.Dashboard.Components.Elements;

namespace Sensoro.Dashboard.Tests.Components.Elements;

public sealed class AddressEchoTests
{
    private readonly AddressEcho<string> _echo = new();

    [Fact]
    public void IsOvertaken_ByALaterWish_UntilThatOneIsHeard()
    {
        _echo.Ask("first");
        _echo.Ask("second");

        Assert.True(_echo.IsOvertaken("first"));
        Assert.False(_echo.IsOvertaken("second"));
        Assert.False(_echo.IsOvertaken("first"));
    }

    /// <summary>The reader went back, or followed a link: that counts whatever the page had asked for.</summary>
    [Fact]
    public void IsOvertaken_OfWhatNobodyAskedFor_IsNot()
    {
        _echo.Ask("first");

        Assert.False(_echo.IsOvertaken("elsewhere"));
        Assert.False(_echo.IsOvertaken("first"));
    }

    [Fact]
    public void IsOvertaken_WhenTwoWishesAreHeardAtOnce_LooksAtTheLast()
    {
        _echo.Ask("first");
        _echo.Ask("second");

        Assert.False(_echo.IsOvertaken("second"));
    }
}
