using FsCheck.Xunit;
using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Tests.Devices;

public sealed class DeviceLabelsTests
{
    [Fact]
    public void TryCreate_OfUntidyText_MakesOneLineOfEach()
    {
        Assert.Equal(LabelFault.None, DeviceLabels.TryCreate("  Block\tC \r\n floor 3\u0000 ", ["cold  chain", " ", "Cold Chain", "7"], out var labels));

        Assert.Equal("Block C floor 3", labels.Name);
        Assert.Equal(["cold chain", "7"], labels.Tags);
        Assert.Equal("\ncold chain\n7\n", labels.StoredTags);
    }

    [Fact]
    public void TryCreate_OfNothing_IsNone()
    {
        Assert.Equal(LabelFault.None, DeviceLabels.TryCreate(" ", [], out var labels));

        Assert.Equal(DeviceLabels.None, labels);
        Assert.Null(labels.StoredTags);
    }

    [Fact]
    public void TryCreate_BeyondALimit_SaysWhich()
    {
        Assert.Equal(LabelFault.NameTooLong, DeviceLabels.TryCreate(new string('n', DeviceLabels.LongestName + 1), [], out _));
        Assert.Equal(LabelFault.TagTooLong, DeviceLabels.TryCreate(null, [new string('t', DeviceLabels.LongestTag + 1)], out _));
        Assert.Equal(LabelFault.TooManyTags, DeviceLabels.TryCreate(null, Enumerable.Range(0, DeviceLabels.MostTags + 1).Select(static i => $"t{i}"), out _));
        Assert.Equal(LabelFault.None, DeviceLabels.TryCreate(new string('n', DeviceLabels.LongestName), Enumerable.Range(0, DeviceLabels.MostTags).Select(static i => $"t{i}"), out _));
    }

    [Theory]
    [InlineData("a, b;c", "a", "b", "c")]
    [InlineData("冷链，一楼、东区；七", "冷链", "一楼", "东区", "七")]
    [InlineData(" , ,")]
    [InlineData(null)]
    public void SplitTags_OfEitherScript_CutsAtItsMarks(string? text, params string[] tags) => Assert.Equal(tags, DeviceLabels.SplitTags(text));

    [Property(MaxTest = 300)]
    public bool FromStored_OfWhatWasStored_IsTheSame(string? name, string[] tags) =>
        DeviceLabels.TryCreate(name, tags.Select(static tag => tag ?? ""), out var labels) != LabelFault.None
        || labels.Equals(DeviceLabels.FromStored(labels.Name, labels.StoredTags));
}
