using Sensoro.Dashboard.Headers;

namespace Sensoro.Dashboard.Tests.Headers;

/// <summary>Of a tile's address only the server gets into the policy, and nothing that could end a directive.</summary>
public sealed class TileSourcesTests
{
    [Theory]
    [InlineData("https://tiles.example.com/{z}/{x}/{y}.png?key=secret", " https://tiles.example.com")]
    [InlineData("http://tiles.example.com:8080/{z}/{x}/{y}.png", " http://tiles.example.com:8080")]
    [InlineData("https://somebody:password@tiles.example.com/{z}/{x}/{y}.png", " https://tiles.example.com")]
    [InlineData("https://TILES.example.com/{z}/{x}/{y}.png", " https://tiles.example.com")]
    [InlineData("https://瓦片.example.com/{z}/{x}/{y}.png", " https://xn--h1xv9c.example.com")]
    [InlineData("/tiles/{z}/{x}/{y}.png", "")]
    [InlineData("file:///tiles/{z}/{x}/{y}.png", "")]
    [InlineData("https://tiles.example.com;script-src *", "")]
    public void Of_AnAddress_NamesTheServerAlone(string address, string expected) => Assert.Equal(expected, TileSources.Of([address]));

    [Fact]
    public void Of_TwoMapsOfOneServer_NamesItOnce() =>
        Assert.Equal(" https://tiles.example.com", TileSources.Of(["https://tiles.example.com/a/{z}/{x}/{y}", "https://tiles.example.com/b/{z}/{x}/{y}"]));
}
