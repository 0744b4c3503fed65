using System.Globalization;
using Sensoro.Dashboard.Components.Explore;
using Sensoro.Domain.Readings;
using static Sensoro.Dashboard.Tests.Components.Device.SampleDevice;

namespace Sensoro.Dashboard.Tests.Components.Explore;

public sealed class ExploreStateTests
{
    private static readonly CultureInfo English = new("en");

    [Theory]
    [InlineData("0117C5A9D0B3F2E8", "temperature", "0117C5A9D0B3F2E8.temperature")]
    [InlineData("A/1.2 %<b>", "x.y", "A%2F1.2%20%25%3Cb%3E.x%2Ey")]
    public void SeriesText_OfAnyTexts_ReadsBack(string sn, string metric, string text)
    {
        Assert.Equal(text, SeriesText.Write(new(sn, metric)));
        Assert.True(SeriesText.TryRead(text, out var key));
        Assert.Equal(new SeriesKey(sn, metric), key);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("nothing")]
    [InlineData(".metric")]
    [InlineData("sn.")]
    public void SeriesText_OfNoSeries_IsRefused(string? text) => Assert.False(SeriesText.TryRead(text, out _));

    [Fact]
    public void Address_NamesEachSeriesOnceAndTwelveAtMost() =>
        Assert.Equal(12, ExploreAddress.Read(Enumerable.Range(0, 20).SelectMany(i => new[] { $"A.m{i}", $"A.m{i}" })).Count);

    [Fact]
    public void State_OfNumbersAndStates_MakesLinesAndBars()
    {
        var state = ExploreState.Of([new("A", "temperature"), new("B", "smoke")], [Of("A", latest: [Number("temperature", 4)]), Of("B", latest: [State("smoke", active: true)])], English);

        Assert.Equal("A · Temperature", Assert.Single(state.Lines).Label);
        Assert.Equal(("B", "alarm"), (Assert.Single(state.Bars).Sn, state.Bars[0].Tone));
    }

    [Fact]
    public void State_OfAThirdUnit_LeavesItOutAndRefusesMore()
    {
        var device = Of("A", latest: [Number("temperature", 4), Number("humidity", 50), Number("light", 300)]);
        var state = ExploreState.Of([new("A", "temperature"), new("A", "humidity"), new("A", "light")], [device], English);

        Assert.Equal(["temperature", "humidity"], state.Lines.Select(line => line.Metric), StringComparer.Ordinal);
        Assert.True(state.Items[2].IsLeftOut);
        Assert.Equal(ExploreRefusal.Units, state.Refuses(Number("light", 1)));
        Assert.Equal(ExploreRefusal.None, state.Refuses(Number("temp1", 1)));
        Assert.Equal(ExploreRefusal.None, state.Refuses(State("door", active: false)));
    }

    [Fact]
    public void State_OfTwelveSeries_IsFullAndEveryLineCanBeTold()
    {
        var devices = Enumerable.Range(0, 12).Select(i => Of("D" + i, latest: [Number("temperature", i)])).ToList();
        var state = ExploreState.Of(devices.Select(device => new SeriesKey(device.Sn, "temperature")), devices, English);

        Assert.Equal(12, state.Lines.Select(line => (line.Color, line.IsDashed)).Distinct().Count());
        Assert.Equal(ExploreRefusal.Full, state.Refuses(Number("temperature", 1)));
    }

    [Fact]
    public void State_OfWhatNobodyKnows_StaysAsAChipToRemove()
    {
        var state = ExploreState.Of([new("X", "temperature"), new("A", "mood")], [Of("A", latest: [Number("temperature", 4)])], English);

        Assert.All(state.Items, item => Assert.True(item.IsUnknown));
        Assert.Empty(state.Lines);
    }
}
