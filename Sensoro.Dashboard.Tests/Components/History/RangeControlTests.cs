using Bunit;
using Sensoro.Dashboard.Components.History;
using Sensoro.Domain.Readings;

namespace Sensoro.Dashboard.Tests.Components.History;

public sealed class RangeControlTests : IAsyncLifetime
{
    private readonly PageStage _stage = new();
    private TimeWindow? _chosen;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _stage.DisposeAsync();

    [Fact]
    public async Task RangeControl_Preset_IsPressedAndAnotherCanBeChosen()
    {
        var control = Show(TimeWindow.Default);

        Assert.Equal("24h", control.Find("[data-testid=range][aria-pressed=true]").GetAttribute("data-range"));
        await control.Find("[data-range=last-month]").ClickAsync();

        Assert.Equal("last-month", _chosen?.Preset?.Text);
    }

    [Fact]
    public async Task RangeControl_LastHours_CanStepBackButNotForward()
    {
        var control = Show(TimeWindow.Default);

        Assert.True(control.Find("[data-testid=range-later]").HasAttribute("disabled"));
        await control.Find("[data-testid=range-earlier]").ClickAsync();

        Assert.NotNull(_chosen);
        Assert.Equal(TimeRangeFault.None, _chosen.TryResolve(_stage.Clock.GetUtcNow(), TimeZoneInfo.Utc, out var range));
        Assert.Equal((_stage.Clock.GetUtcNow().AddHours(-24), TimeSpan.FromHours(24)), (range.To, range.Length));
    }

    [Theory]
    [InlineData("", "2026-11-01T00:00", "These are not two times")]
    [InlineData("2026-11-02T00:00", "2026-11-01T00:00", "ends before it starts")]
    [InlineData("2026-11-01T00:00", "2026-11-01T00:00", "ends where it starts")]
    [InlineData("2000-11-01T00:00", "2026-11-01T00:00", "longer than 20 years")]
    [InlineData("2096-11-01T00:00", "2096-11-02T00:00", "in the future")]
    [InlineData("0001-01-01T00:00", "2026-11-01T00:00", "These are not two times")]
    public async Task CustomRange_ThatCannotBeShown_SaysWhyAndChoosesNothing(string from, string to, string sentence)
    {
        var control = Show(TimeWindow.Default);
        await EnterAsync(control, from, to);

        Assert.Contains(sentence, control.Find("[data-testid=custom-fault]").TextContent, StringComparison.Ordinal);
        Assert.Null(_chosen);
    }

    [Fact]
    public async Task CustomRange_OfTwoTimes_IsChosenAndTheFieldsClose()
    {
        var control = Show(TimeWindow.Default);
        await EnterAsync(control, "2026-01-01T00:00", "2026-01-02T12:30");

        Assert.Equal("2026-01-02T12:30:00Z", _chosen?.Write()["to"]);
        Assert.Empty(control.FindAll("[data-testid=custom-range]"));
    }

    private static async Task EnterAsync(IRenderedComponent<RangeControl> control, string from, string to)
    {
        await control.Find("[data-testid=range-custom]").ClickAsync();
        await control.Find("[data-testid=custom-from]").ChangeAsync(from);
        await control.Find("[data-testid=custom-to]").ChangeAsync(to);
        await control.Find("[data-testid=custom-range]").SubmitAsync();
    }

    private IRenderedComponent<RangeControl> Show(TimeWindow window) =>
        _stage.Render<RangeControl>(control => control.Add(one => one.Window, window).Add(one => one.OnChange, chosen => _chosen = chosen));
}
