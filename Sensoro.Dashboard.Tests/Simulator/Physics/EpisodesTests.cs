using Sensoro.Simulator.Physics;

namespace Sensoro.Dashboard.Tests.Simulator.Physics;

public sealed class EpisodesTests
{
    private static readonly DateTimeOffset Start = SampleFleet.Start;

    [Fact]
    public void Episodes_AskedAtEveryChange_AlternateAndLastAsLongAsTheyMay()
    {
        var episodes = Create();
        var at = Start;
        Assert.False(episodes.At(at));

        for (var change = 0; change < 200; change++)
        {
            var wasActive = episodes.IsActive;
            var next = episodes.ChangesAt;
            Assert.True(next > at);
            Assert.Equal(!wasActive, episodes.At(next));
            if (wasActive)
            {
                Assert.InRange(next - at, TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(10));
            }

            at = next;
        }
    }

    [Fact]
    public void Episodes_PossibleByDayOnly_NeverBeginAtNight()
    {
        var episodes = new Episodes(new SeededRandom(5), TimeSpan.FromHours(1), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2))
        {
            Possible = static at => at.Hour is >= 6 and < 12,
        };

        episodes.At(Start);
        for (var change = 0; change < 200; change++)
        {
            var next = episodes.ChangesAt;
            if (episodes.At(next))
            {
                Assert.InRange(next.Hour, 6, 11);
            }
        }
    }

    [Fact]
    public void Stage_BeforeTheFirstQuestion_HappensThenAndNotBefore()
    {
        var episodes = Create();
        episodes.Stage(Start.AddSeconds(30), TimeSpan.FromMinutes(4));

        Assert.False(episodes.At(Start));
        Assert.Equal(Start.AddSeconds(30), episodes.ChangesAt);
        Assert.True(episodes.At(Start.AddSeconds(30)));
        Assert.Equal(Start.AddSeconds(270), episodes.ChangesAt);
        Assert.False(episodes.At(Start.AddSeconds(270)));
    }

    [Fact]
    public void Stage_DuringAnEpisode_ProlongsIt()
    {
        var episodes = Create();
        episodes.At(Start);
        var onset = episodes.ChangesAt;
        Assert.True(episodes.At(onset));

        episodes.Stage(onset.AddMinutes(1), TimeSpan.FromMinutes(30));

        Assert.True(episodes.At(onset.AddMinutes(30)));
        Assert.False(episodes.At(onset.AddMinutes(31)));
    }

    private static Episodes Create() =>
        new(new SeededRandom(5), TimeSpan.FromHours(2), TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(10));
}
