using System.Globalization;
using Sensoro.Dashboard.Components.Map;
using Sensoro.Dashboard.Tests.Components.Device;
using Sensoro.Domain.Devices;
using static Sensoro.Dashboard.Tests.Components.Device.SampleDevice;

namespace Sensoro.Dashboard.Tests.Components.Map;

public sealed class MapHeadlineTests
{
    [Theory]
    [InlineData("door", true, "Door: open")]
    [InlineData("smoke", true, "smoke")]
    [InlineData("leak", true, "leak detected")]
    [InlineData("installed", true, "Installed: removed")]
    [InlineData("installed", false, "installed")]
    public void MapHeadline_State_NamesTheMetricOnlyWhereTheWordNeedsIt(string metric, bool active, string expected) =>
        Assert.Equal(expected, MapHeadline.Of(State(metric, active), CultureInfo.GetCultureInfo("en")));

    [Fact]
    public void MapHeadline_ChineseReader_GetsChineseMarks() =>
        Assert.Equal("门锁检测：打开", MapHeadline.Of(State("door", active: true), CultureInfo.GetCultureInfo("zh-Hans")));

    [Theory]
    [InlineData("temperature", 4.1, "4.1 °C")]
    [InlineData("water", 3, "Water level: 3")]
    public void MapHeadline_Number_NamesTheMetricOnlyWithoutAUnit(string metric, double value, string expected) =>
        Assert.Equal(expected, MapHeadline.Of(Number(metric, value), CultureInfo.GetCultureInfo("en")));

    [Theory]
    [InlineData("en", "every 60 s")]
    [InlineData("zh-Hans", "每 60 秒上报")]
    public void MapHeadline_LostDevice_SaysHowOftenItShouldReport(string language, string expected)
    {
        using var _ = new Language(language);

        Assert.Equal(expected, MapHeadline.Of(Of("A", latest: Number("temperature", 1)), DeviceStatus.Lost, Language.Texts<MapTexts>()));
    }

    [Fact]
    public void MapHeadline_DeviceWithoutValues_SaysNothing() =>
        Assert.Null(MapHeadline.Of(Of("A"), DeviceStatus.Normal, Language.Texts<MapTexts>()));
}
