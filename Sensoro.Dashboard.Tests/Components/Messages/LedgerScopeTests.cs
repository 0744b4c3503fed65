using Sensoro.Dashboard.Components.Messages;
using Sensoro.Domain.Protocol;

namespace Sensoro.Dashboard.Tests.Components.Messages;

public sealed class LedgerScopeTests
{
    [Theory]
    [InlineData("0117C5A9D0B3F2E8", true)]
    [InlineData("b3f2e8", true)]
    [InlineData("m7", true)]
    [InlineData("m", false)]
    [InlineData("0117", false)]
    public void Matches_Text_IsTheWholeNumberOrTheEndOfAnSn(string text, bool expected) =>
        Assert.Equal(expected, Scope(text).Matches(Line.Of(7)));

    [Fact]
    public void Matches_TaskId_IsExact()
    {
        var task = Line.Of(7, kind: PushKind.Task);

        Assert.True(Scope("88120457").Matches(task));
        Assert.False(Scope("8812045").Matches(task));
    }

    [Fact]
    public void Matches_KindAndMode_BothHaveToFit()
    {
        var scope = new LedgerScope(new LedgerQuery("", PushKind.Sensor, Encrypted: true), []);

        Assert.True(scope.Matches(Line.Of(1) with { Encrypted = true }));
        Assert.False(scope.Matches(Line.Of(1)));
        Assert.False(scope.Matches(Line.Of(1, kind: PushKind.Task) with { Encrypted = true }));
    }

    private static LedgerScope Scope(string text) => new(new LedgerQuery(text, null, null), []);
}
