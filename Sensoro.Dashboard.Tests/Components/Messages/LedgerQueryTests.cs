using Sensoro.Dashboard.Components.Messages;
using Sensoro.Domain.Protocol;

namespace Sensoro.Dashboard.Tests.Components.Messages;

public sealed class LedgerQueryTests
{
    [Theory]
    [InlineData(null, null, null, "/messages")]
    [InlineData(" 88120457 ", null, null, "/messages?q=88120457")]
    [InlineData("a&b=ü", "task", "safe", "/messages?q=a%26b%3D%C3%BC&kind=task&mode=safe")]
    [InlineData(null, "nonsense", "nonsense", "/messages")]
    [InlineData(null, "sensor", "plain", "/messages?kind=sensor&mode=plain")]
    public void Parse_ThenHref_HoldsTheSameQuestion(string? text, string? kind, string? mode, string expected) =>
        Assert.Equal(expected, LedgerQuery.Parse(text, kind, mode).Href(open: null));

    [Fact]
    public void Href_WithAMessage_OpensIt() =>
        Assert.Equal("/messages?mode=safe&open=17", new LedgerQuery("", null, Encrypted: true).Href(17));

    [Fact]
    public void Parse_Nothing_IsEverything() => Assert.True(LedgerQuery.Parse("  ", null, "").IsEverything);

    [Fact]
    public void Parse_EndlessText_IsCut() => Assert.Equal(200, LedgerQuery.Parse(new string('x', 10_000), null, null).Text.Length);

    [Fact]
    public void Parse_OtherKind_IsUnderstood() => Assert.Equal(PushKind.Other, LedgerQuery.Parse(null, "other", null).Kind);
}
