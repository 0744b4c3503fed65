using Bunit;
using Microsoft.AspNetCore.Components;
using Sensoro.Dashboard.Components.Map;

namespace Sensoro.Dashboard.Tests.Components.Map;

public sealed class BaseMenuTests : IAsyncLifetime
{
    private readonly PageStage _stage = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _stage.DisposeAsync();

    [Fact]
    public async Task BaseMenu_NothingConfigured_SaysWhatTheOfflineMapLacks()
    {
        var menu = Show([], shown: null);
        await menu.Find("[data-testid=base-map]").ClickAsync();

        Assert.Empty(menu.FindAll("[data-testid=base-choice]"));
        Assert.Contains("no streets", menu.Find("#base-menu").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BaseMenu_ConfiguredMaps_AreChosenAndLeftForTheOfflineMap()
    {
        var chosen = new List<string?>();
        var menu = Show(["Streets", "Aerial"], "Streets", chosen);
        await menu.Find("[data-testid=base-map]").ClickAsync();

        Assert.Equal([false, true, false], menu.FindAll("[data-testid=base-choice]").Select(choice => choice.HasAttribute("checked")));
        await menu.Find("[data-testid=base-choice][data-base=Aerial]").ChangeAsync("on");
        await menu.Find("[data-testid=base-choice]:not([data-base])").ChangeAsync("on");
        Assert.Equal(["Aerial", null], chosen);

        await menu.Find(".base").KeyDownAsync("Escape");
        Assert.Empty(menu.FindAll("#base-menu"));
    }

    private IRenderedComponent<BaseMenu> Show(IReadOnlyList<string> names, string? shown, List<string?>? chosen = null) => _stage.Render<BaseMenu>(parameters => parameters
        .Add(menu => menu.Names, names)
        .Add(menu => menu.Shown, shown)
        .Add(menu => menu.OnChoose, EventCallback.Factory.Create<string?>(this, name => chosen?.Add(name))));
}
