using Microsoft.Extensions.Time.Testing;
using Sensoro.Dashboard.Components.Devices;

namespace Sensoro.Dashboard.Tests.Components.Devices;

public sealed class TypingPauseTests
{
    [Fact]
    public async Task PassedAsync_WhileLettersCome_IsTrueForTheLastOnly()
    {
        var clock = new FakeTimeProvider();
        using var pause = new TypingPause(clock);

        var first = pause.PassedAsync();
        clock.Advance(TypingPause.Length / 2);
        var second = pause.PassedAsync();
        clock.Advance(TypingPause.Length);

        Assert.False(await first);
        Assert.True(await second);
    }

    [Fact]
    public async Task PassedAsync_WhenThePageIsGone_IsFalse()
    {
        var pause = new TypingPause(new FakeTimeProvider());

        var waiting = pause.PassedAsync();
        pause.Dispose();

        Assert.False(await waiting);
    }
}
