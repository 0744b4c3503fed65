using System.Globalization;
using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Tests.Devices;

public sealed class TrackGapsTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    [Theory]
    [InlineData("0 1 2 3", "")]
    [InlineData("0 1 4 5", "")]
    [InlineData("0 1 5 6", "5")]
    [InlineData("0 30", "30")]
    [InlineData("0 30 31", "30")]
    [InlineData("0 1 31", "31")]
    [InlineData("0 60 120 180", "")]
    [InlineData("0 60 120 180 181 182", "180")]
    [InlineData("0 60 120 420 480", "420")]
    [InlineData("7", "")]
    [InlineData("", "")]
    public void Mark_Silences_MarksThoseThatAreLongForTheDeviceAndForTheirNeighbours(string minutes, string expected)
    {
        var track = Minutes(minutes).Select(static minute => new TrackPoint(Start.AddMinutes(minute), new GeoPoint(116, 39))).ToArray();

        var gaps = TrackGaps.Mark(track, Longest).Where(static point => point.IsAfterGap).Select(static point => (int)(point.At - Start).TotalMinutes);

        Assert.Equal(Minutes(expected), gaps);
    }

    [Fact]
    public void Mark_PointThatIsMarkedAlready_StaysMarked()
    {
        TrackPoint[] track = [new(Start, new GeoPoint(116, 39)), new(Start.AddMinutes(1), new GeoPoint(116, 39), IsAfterGap: true)];

        Assert.True(TrackGaps.Mark(track, Longest)[1].IsAfterGap);
    }

    private static int[] Minutes(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static minute => int.Parse(minute, CultureInfo.InvariantCulture))];
}
