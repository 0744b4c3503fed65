using Sensoro.Dashboard.Quarantine;

namespace Sensoro.Dashboard.Tests.Quarantine;

/// <summary>The spellings of an address that are mixed up.</summary>
public sealed class UrlCandidatesTests
{
    [Theory]
    [InlineData("https://a.example.com/webhook", "http://a.example.com/webhook")]
    [InlineData("https://a.example.com/webhook", "https://a.example.com/webhook/")]
    [InlineData("https://a.example.com/webhook/", "https://a.example.com/webhook")]
    [InlineData("https://a.example.com/webhook", "https://a.example.com:443/webhook")]
    [InlineData("https://a.example.com:443/webhook", "https://a.example.com/webhook")]
    [InlineData("http://a.example.com/webhook", "https://a.example.com/webhook/")]
    [InlineData("http://a.example.com:8080/webhook", "https://a.example.com/webhook")]
    [InlineData("https://a.example.com/webhook?x=1", "http://a.example.com/webhook?x=1")]
    [InlineData("https://a.example.com", "https://a.example.com/")]
    public void Candidates_OfARegisteredAddress_HoldItsOtherSpelling(string registered, string meant) =>
        Assert.Contains(meant, UrlCandidates.Of([registered], ""), StringComparer.Ordinal);

    [Fact]
    public void Candidates_OfWhatWasSeen_ComeAfterWhatIsRegistered()
    {
        var candidates = UrlCandidates.Of(["https://a.example.com/webhook", "https://b.example.com/hook"], "http://10.0.0.5:5080/webhook");

        Assert.Equal(["https://a.example.com/webhook", "https://b.example.com/hook"], candidates.Take(2), StringComparer.Ordinal);
        Assert.Contains("http://10.0.0.5:5080/webhook", candidates, StringComparer.Ordinal);
        Assert.Equal(candidates.Count, candidates.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("")]
    [InlineData("://")]
    [InlineData("ftp://a.example.com/")]
    [InlineData("http://[::1")]
    [InlineData("http://\u0000/")]
    public void Candidates_OfRubbish_AreWhatIsRegistered(string seen) =>
        Assert.Equal("https://a.example.com/webhook", UrlCandidates.Of(["https://a.example.com/webhook"], seen)[0]);
}
