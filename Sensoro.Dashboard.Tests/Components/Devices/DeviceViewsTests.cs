using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using Sensoro.Dashboard.Components.Devices;
using Sensoro.Dashboard.Storage;
using Sensoro.Dashboard.Tests.Storage;

namespace Sensoro.Dashboard.Tests.Components.Devices;

/// <summary>The lists that staff have named, on the page.</summary>
public sealed class DeviceViewsTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Save_OfANarrowedList_OffersItToEverybodyAndUndoTakesItBack()
    {
        await using var stage = await StageAsync();
        var page = Open(stage, "/devices?tag=cold%20chain&sort=name&cols=name.values");
        var toasts = stage.Context.Render<MudSnackbarProvider>();

        await SaveAsync(page, " Cold  rooms ");

        page.WaitForAssertion(() => Assert.Equal("true", Views(page)[0].GetAttribute("aria-current")));
        Assert.Equal("Cold rooms", Views(page)[0].TextContent);
        Assert.Equal("/devices?tag=cold%20chain&sort=name&cols=name.values", Views(page)[0].GetAttribute("href"));
        Assert.All(page.FindAll(".seg [aria-pressed]"), static button => Assert.Equal("false", button.GetAttribute("aria-pressed")));
        Assert.Empty(page.FindAll("[data-testid=view-form], [data-testid=name-view]"));
        Assert.Equal(["Cold rooms"], Views(Open(stage, "/devices")).Select(static view => view.TextContent), StringComparer.Ordinal);

        await toasts.WaitForElement(".mud-snackbar button").ClickAsync();

        page.WaitForAssertion(() => Assert.Empty(Views(page)));
        Assert.Equal(0, stage.Storage.InState<long>("SELECT count(*) FROM saved_views"));
    }

    [Theory]
    [InlineData("/devices", false)]
    [InlineData("/devices?view=lost", false)]
    [InlineData("/devices?sort=colour&cols=width", false)]
    [InlineData("/devices?sort=name", true)]
    [InlineData("/devices?density=comfortable", true)]
    [InlineData("/devices?q=8f66", true)]
    public async Task Save_OfAList_IsOfferedWhenNoButtonShowsIt(string address, bool isOffered)
    {
        await using var stage = await StageAsync();

        Assert.Equal(isOffered, Open(stage, address).FindAll("[data-testid=name-view]").Count == 1);
    }

    [Theory]
    [InlineData("  ", "Give the view a name.")]
    [InlineData("12345678901234567890123456789012345678901", "at most 40 characters")]
    [InlineData("night", "There is a view of this name already.")]
    public async Task Save_UnderANameThatWillNotDo_SaysWhyAndStaysOpen(string name, string expected)
    {
        await using var stage = await StageAsync();
        await stage.Storage.Get<SavedViews>().AddAsync("Night", "q=x", Cancelled);
        var page = Open(stage, "/devices?sort=name");

        await SaveAsync(page, name);

        page.WaitForAssertion(() => Assert.Contains(expected, page.Find("[data-testid=view-fault]").TextContent, StringComparison.Ordinal));
        await page.Find("[data-testid=view-form]").KeyDownAsync("Escape");
        Assert.Empty(page.FindAll("[data-testid=view-form]"));
    }

    [Fact]
    public async Task Rename_OfTheViewThatIsOn_KeepsItOnAndUndoGivesTheNameBack()
    {
        await using var stage = await StageAsync();
        await stage.Storage.Get<SavedViews>().AddAsync("Night", "sort=name", Cancelled);
        var page = Open(stage, "/devices?sort=name");
        var toasts = stage.Context.Render<MudSnackbarProvider>();

        await page.Find("[data-testid=rename-view]").ClickAsync();
        Assert.Equal("Night", page.Find("[data-testid=view-name]").GetAttribute("value"));
        await FillAsync(page, "Day");

        page.WaitForAssertion(() => Assert.Equal("Day", Assert.Single(page.FindAll("[data-testid=saved-view][aria-current]")).TextContent));
        await toasts.WaitForElement(".mud-snackbar button").ClickAsync();
        page.WaitForAssertion(() => Assert.Equal("Night", Assert.Single(Views(page)).TextContent));
    }

    [Fact]
    public async Task Remove_OfTheViewThatIsOn_KeepsTheListAndUndoPutsItBack()
    {
        await using var stage = await StageAsync();
        await stage.Storage.Get<SavedViews>().AddAsync("Night", "sort=name", Cancelled);
        await stage.Storage.Get<SavedViews>().AddAsync("Day", "sort=sn", Cancelled);
        var page = Open(stage, "/devices?sort=name");
        var toasts = stage.Context.Render<MudSnackbarProvider>();

        await page.Find("[data-testid=remove-view]").ClickAsync();

        page.WaitForAssertion(() => Assert.Equal(["Day"], Views(page).Select(static view => view.TextContent), StringComparer.Ordinal));
        Assert.EndsWith("/devices?sort=name", Address(stage), StringComparison.Ordinal);
        Assert.Single(page.FindAll("[data-testid=name-view]"));
        await toasts.WaitForElement(".mud-snackbar button").ClickAsync();
        page.WaitForAssertion(() => Assert.Equal(["Night", "Day"], Views(page).Select(static view => view.TextContent), StringComparer.Ordinal));
    }

    [Fact]
    public async Task Remove_OfWhatSomebodyElseHasRemoved_SaysSo()
    {
        await using var stage = await StageAsync();
        await stage.Storage.Get<SavedViews>().AddAsync("Night", "sort=name", Cancelled);
        var page = Open(stage, "/devices?sort=name");
        var toasts = stage.Context.Render<MudSnackbarProvider>();
        stage.InState("DELETE FROM saved_views");

        await page.Find("[data-testid=remove-view]").ClickAsync();

        toasts.WaitForAssertion(() => Assert.Contains("Somebody has removed this view.", toasts.Find(".mud-snackbar").TextContent, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Empty(Views(page)));
    }

    [Fact]
    public async Task BuiltInView_PressedWhileASavedOneIsOn_LeavesAllOfIt()
    {
        await using var stage = await StageAsync();
        await stage.Storage.Get<SavedViews>().AddAsync("Night", "tag=night&sort=name&cols=name", Cancelled);
        var page = Open(stage, "/devices?tag=night&sort=name&cols=name");

        await page.Find("[data-testid=view-Lost]").ClickAsync();

        Assert.EndsWith("/devices?view=lost", Address(stage), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_WhenTheViewsCannotBeRead_ListsTheDevicesAllTheSame()
    {
        await using var stage = await StageAsync();
        stage.InState("ALTER TABLE saved_views RENAME TO hidden");

        var page = Open(stage, "/devices?sort=name");

        Assert.Single(page.FindAll("[data-testid=device-row]"));
        Assert.Empty(page.FindAll("[data-testid=name-view]"));
    }

    private static async Task<ListStage> StageAsync()
    {
        var stage = new ListStage();
        await stage.FoldAsync(Storage.Messages.Sensor("0117C6A4DD8F6612", "1"));
        return stage;
    }

    private static IRenderedComponent<DevicesPage> Open(ListStage stage, string address)
    {
        stage.Context.Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return stage.Context.Render<DevicesPage>();
    }

    private static async Task SaveAsync(IRenderedComponent<DevicesPage> page, string name)
    {
        await page.Find("[data-testid=name-view]").ClickAsync();
        await FillAsync(page, name);
    }

    private static async Task FillAsync(IRenderedComponent<DevicesPage> page, string name)
    {
        await page.Find("[data-testid=view-name]").ChangeAsync(name);
        await page.Find("[data-testid=view-form]").SubmitAsync();
    }

    private static IReadOnlyList<IElement> Views(IRenderedComponent<DevicesPage> page) => [.. page.FindAll("[data-testid=saved-view]")];

    private static string Address(ListStage stage) => stage.Context.Services.GetRequiredService<NavigationManager>().Uri;
}
