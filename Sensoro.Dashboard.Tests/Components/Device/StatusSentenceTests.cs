using Sensoro.Dashboard.Components.Device;
using Sensoro.Domain.Devices;
using Sensoro.Domain.Metrics;
using static Sensoro.Dashboard.Tests.Components.Device.SampleDevice;

namespace Sensoro.Dashboard.Tests.Components.Device;

public sealed class StatusSentenceTests
{
    private const string English = "en";
    private const string Chinese = "zh-Hans";

    [Theory]
    [InlineData(English, "On time. Last message 42 s ago; it reports every 60 s and would be late after 1 min 30 s.")]
    [InlineData(Chinese, "正常。最后一条消息在 42 秒前；每 60 秒上报一次，超过 1 分 30 秒未上报视为迟报。")]
    public void StatusSentence_DeviceOnTime_SaysWhenItWouldBeLate(string language, string expected) =>
        Assert.Equal(expected, Say(language, Of("A"), Noon.AddSeconds(42)).Text);

    [Theory]
    [InlineData(English, "Late: last message 16 min ago; it reports every 10 min; late after 15 min, lost after 30 min.")]
    [InlineData(Chinese, "迟报：最后一条消息在 16 分钟前；每 10 分钟上报一次，超过 15 分钟视为迟报，超过 30 分钟视为失联。")]
    public void StatusSentence_DeviceLate_SaysBothLimits(string language, string expected) =>
        Assert.Equal(expected, Say(language, Of("A", interval: TimeSpan.FromMinutes(10)), Noon.AddMinutes(16)).Text);

    [Theory]
    [InlineData(English, "Lost: last message 47 min ago; it reports every 10 min; lost after 30 min.")]
    [InlineData(Chinese, "失联：最后一条消息在 47 分钟前；每 10 分钟上报一次，超过 30 分钟视为失联。")]
    public void StatusSentence_DeviceLost_SaysSinceWhenAndAfterWhat(string language, string expected) =>
        Assert.Equal(expected, Say(language, Of("A", interval: TimeSpan.FromMinutes(10)), Noon.AddMinutes(47).AddSeconds(12)).Text);

    [Theory]
    [InlineData(English, "The door has been open since 12:03:10, 4 min 42 s.", "Last message 42 s ago; it reports every 60 s and would be late after 1 min 30 s.")]
    [InlineData(Chinese, "门自 12:03:10 起打开，已持续 4 分 42 秒。", "最后一条消息在 42 秒前；每 60 秒上报一次，超过 1 分 30 秒未上报视为迟报。")]
    public void StatusSentence_DoorOpen_LeadsWithTheDoor(string language, string lead, string rest)
    {
        var opened = Noon.AddMinutes(3).AddSeconds(10);
        var now = opened.AddMinutes(4).AddSeconds(42);

        var sentence = Say(language, Of("A", heard: now.AddSeconds(-42), latest: State("door", active: true, opened)), now);

        Assert.Equal(new StatusSentence(lead, rest), sentence);
    }

    [Theory]
    [InlineData(English, "The sensor has been off its mount since 12:00:00, 2 min.")]
    [InlineData(Chinese, "设备自 12:00:00 起被拆除，已持续 2 分钟。")]
    public void StatusSentence_TamperContact_IsToldLikeAnyOtherState(string language, string lead) =>
        Assert.Equal(lead, Say(language, Of("A", heard: Noon.AddMinutes(2), latest: State("installed", active: true)), Noon.AddMinutes(2)).Lead);

    [Theory]
    [InlineData(English, "There has been smoke since 12:01:00, 1 min. And 1 more.")]
    [InlineData(Chinese, "自 12:01:00 起检测到烟雾，已持续 1 分钟。另有 1 项。")]
    public void StatusSentence_SeveralActiveStates_LeadsWithTheWorstAndCountsTheRest(string language, string lead)
    {
        var device = Of("A", heard: Noon.AddMinutes(2), latest: [State("installed", active: true, Noon.AddMinutes(1.5)), State("smoke", active: true, Noon.AddMinutes(1))]);

        Assert.Equal(lead, Say(language, device, Noon.AddMinutes(2)).Lead);
    }

    [Theory]
    [InlineData(English, "It is lost, too: last message 5 min ago; it reports every 60 s; lost after 3 min.")]
    [InlineData(Chinese, "该设备同时失联：最后一条消息在 5 分钟前；每 60 秒上报一次，超过 3 分钟视为失联。")]
    public void StatusSentence_AlarmOfASilentDevice_SaysThatItsWordIsOld(string language, string rest) =>
        Assert.Equal(rest, Say(language, Of("A", latest: State("smoke", active: true)), Noon.AddMinutes(5)).Rest);

    [Theory]
    [InlineData(English, "it has not told its interval, 10 min is assumed")]
    [InlineData(Chinese, "上传周期未知，按 10 分钟计")]
    public void StatusSentence_IntervalNeverReported_SaysWhatIsAssumed(string language, string expected) =>
        Assert.Contains(expected, Say(language, Of("A", tellsInterval: false), Noon.AddMinutes(1)).Rest, StringComparison.Ordinal);

    [Theory]
    [InlineData(English, "The door has been open since 22 Nov 11:00, 1 d 1 h.")]
    [InlineData(Chinese, "门自 11月22日 11:00 起打开，已持续 1 天 1 小时。")]
    public void StatusSentence_OpenSinceYesterday_NamesTheDay(string language, string lead) =>
        Assert.Equal(lead, Say(language, Of("A", latest: State("door", active: true, Noon.AddHours(-25))), Noon).Lead);

    [Theory]
    [InlineData(English)]
    [InlineData(Chinese)]
    public void StatusSentence_EveryAlarmTypeStateOfTheCatalogue_HasASentenceOfItsOwn(string language)
    {
        using var _ = new Language(language);
        var states = MetricCatalogue.All.Where(definition => definition is { Kind: MetricKind.Bool, IsAlarmType: true }).ToArray();

        Assert.NotEmpty(states);
        Assert.All(states, definition => Assert.False(Language.Texts<DeviceTexts>()["Active_" + definition.Key].ResourceNotFound, definition.Key));
    }

    private static StatusSentence Say(string language, DeviceSnapshot device, DateTimeOffset now)
    {
        using var _ = new Language(language);
        return StatusSentence.Of(device, now, TimeZoneInfo.Utc, Language.Texts<DeviceTexts>());
    }
}
