using System.Globalization;
using Sensoro.Dashboard.Components.History;
using Sensoro.Domain.Readings;

namespace Sensoro.Dashboard.Tests.Components.History;

public sealed class WindowTextTests
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    private static readonly DateTimeOffset Now = At("2026-11-25T14:08:30+08:00");

    [Theory]
    [InlineData("2026-11-22T14:08:00+08:00", "2026-11-23T14:08:00+08:00", "22 Nov 14:08 – 23 Nov 14:08", "11月22日 14:08 – 11月23日 14:08")]
    [InlineData("2026-11-22T14:08:00+08:00", "2026-11-22T15:08:00+08:00", "22 Nov 14:08 – 15:08", "11月22日 14:08 – 15:08")]
    [InlineData("2026-11-22T00:00:00+08:00", "2026-11-23T00:00:00+08:00", "22 Nov", "11月22日")]
    [InlineData("2026-11-01T00:00:00+08:00", "2026-12-01T00:00:00+08:00", "1 Nov – 30 Nov", "11月1日 – 11月30日")]
    [InlineData("2025-12-31T12:00:00+08:00", "2026-01-01T12:00:00+08:00", "31 Dec 2025 12:00 – 1 Jan 2026 12:00", "2025年12月31日 12:00 – 2026年1月1日 12:00")]
    public void Range_InBothLanguages_IsAsShortAsItCanBe(string from, string to, string english, string chinese)
    {
        TimeRange.TryCreate(At(from), At(to), Now, out var range);

        Assert.Equal(english, WindowText.Range(range, Now, Shanghai, new CultureInfo("en")));
        Assert.Equal(chinese, WindowText.Range(range, Now, Shanghai, new CultureInfo("zh-Hans")));
    }

    [Theory]
    [InlineData("Asia/Shanghai", "Asia/Shanghai, UTC+8")]
    [InlineData("Asia/Kolkata", "Asia/Kolkata, UTC+5:30")]
    [InlineData("America/St_Johns", "America/St_Johns, UTC−3:30")]
    [InlineData("UTC", "UTC")]
    public void Zone_IsNamedWithWhatItIsAheadOfUtc(string id, string expected) => Assert.Equal(expected, WindowText.Zone(TimeZoneInfo.FindSystemTimeZoneById(id), Now));

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
