using Sensoro.Dashboard.Components.Layout;

namespace Sensoro.Dashboard.Tests.Components.Layout;

public sealed class ShortcutsTests
{
    [Fact]
    public void Pages_OfTheNavigation_EachHaveKeysOfTheirOwn()
    {
        Assert.Equal(NavItems.All.Count, Shortcuts.Pages.Count);
        Assert.Distinct(Shortcuts.Pages.Select(static shortcut => shortcut.Keys), StringComparer.Ordinal);
    }

    [Fact]
    public void Caps_OfKeysThatFollowEachOther_AreSeparate() => Assert.Equal(["G", "D"], new Shortcut("g d", "Devices").Caps, StringComparer.Ordinal);
}
