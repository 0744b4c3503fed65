using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Tests.Devices;

public sealed class PresenceRuleTests
{
    private static readonly DateTimeOffset Heard = DateTimeOffset.FromUnixTimeMilliseconds(1_760_000_000_000);
    private static readonly PresenceRule Rule = new(TimeSpan.FromHours(1));

    [Fact]
    public void From_AReportedInterval_IsLateAfterOneAndAHalfAndLostAfterThree()
    {
        var (lateAt, lostAt) = Rule.From(Heard, TimeSpan.FromMinutes(10));

        Assert.Equal(Heard.AddMinutes(15), lateAt);
        Assert.Equal(Heard.AddMinutes(30), lostAt);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    [InlineData(-60)]
    public void From_AnUnknownInterval_UsesTheDefault(int? seconds)
    {
        var (lateAt, lostAt) = Rule.From(Heard, seconds is { } value ? TimeSpan.FromSeconds(value) : null);

        Assert.Equal(Heard.AddMinutes(90), lateAt);
        Assert.Equal(Heard.AddHours(3), lostAt);
    }

    [Fact]
    public void From_AnAbsurdInterval_IsCutToAYear()
    {
        var (lateAt, lostAt) = Rule.From(Heard, TimeSpan.MaxValue);

        Assert.Equal(Heard.AddDays(366 * 1.5), lateAt);
        Assert.Equal(Heard.AddDays(366 * 3), lostAt);
    }

    [Fact]
    public void From_ADeviceWithAClockAtTheEndOfTime_DoesNotOverflow()
    {
        var (lateAt, lostAt) = Rule.From(DateTimeOffset.MaxValue.AddMinutes(-1), TimeSpan.FromDays(1));

        Assert.Equal(DateTimeOffset.MaxValue, lateAt);
        Assert.Equal(DateTimeOffset.MaxValue, lostAt);
    }
}
