using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Sensoro.Dashboard.Components.Devices;
using Sensoro.Dashboard.Tests.Storage;
using Sensoro.Domain.Ledger;

namespace Sensoro.Dashboard.Tests.Components.Devices;

public sealed class DevicesPageTests
{
    private const string Smoke = "0117C5971A02F3E8";
    private const string Climate = "0117C6A4DD8F6612";

    private static readonly NewMessage[] Fleet =
    [
        Storage.Messages.Sensor(Climate, "1", """{"temperature":4.1,"battery":93,"interval":600}"""),
        Storage.Messages.Sensor(Smoke, "2", """{"smoke":1,"battery":11,"interval":600}"""),
    ];

    [Fact]
    public async Task Page_WithDevices_AnswersInASentenceAndListsTheUrgentFirst()
    {
        await using var stage = new ListStage();
        await stage.FoldAsync(Fleet);

        var page = Open(stage);

        Assert.Equal("2 in the fleet, 1 needs someone", page.Find("[data-testid=devices-sentence]").TextContent);
        Assert.Equal([Smoke, Climate], Rows(page), StringComparer.Ordinal);
        Assert.Contains("rail", Row(page, Smoke).ClassList, StringComparer.Ordinal);
        Assert.Equal("smoke", Row(page, Smoke).QuerySelector("td b.k-alarm")?.TextContent);
        Assert.Equal("2 devices, sorted by state, then SN", page.Find("[data-testid=devices-count]").TextContent);
    }

    [Fact]
    public async Task Page_WithoutDevices_SaysWhatHappensNext()
    {
        await using var stage = new ListStage();

        var page = Open(stage);

        Assert.Contains("No device yet", page.Find(".empty").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_WithTextThatLooksLikeMarkup_ShowsItAsText()
    {
        await using var stage = new ListStage();
        await stage.FoldAsync(Storage.Messages.Sensor("A", "1", """{"customer":"<img src=x onerror=alert(1)>"}"""));

        var page = Open(stage);

        Assert.Contains("<img src=x onerror=alert(1)>", Row(page, "A").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("img"));
    }

    [Fact]
    public async Task Filter_ByTheLastSixCharacters_FindsTheDeviceWhenTheTypingRests()
    {
        await using var stage = new ListStage();
        await stage.FoldAsync(Fleet);
        var page = Open(stage);

        await stage.TypeAsync(page, "device-filter", "8f6612");

        page.WaitForAssertion(() => Assert.Equal([Climate], Rows(page)));
        Assert.EndsWith("/devices?q=8f6612", Address(stage), StringComparison.Ordinal);
        Assert.StartsWith("1 of 2 devices", page.Find("[data-testid=devices-count]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filter_ThatNothingMatches_OffersToClear()
    {
        await using var stage = new ListStage();
        await stage.FoldAsync(Fleet);
        var page = Open(stage, "/devices?type=submarine");

        await page.WaitForElement(".empty button").ClickAsync();

        page.WaitForAssertion(() => Assert.Equal(2, Rows(page).Length));
        Assert.EndsWith("/devices", Address(stage), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Address_WithAView_ShowsItAndPressesItsButton()
    {
        await using var stage = new ListStage();
        await stage.FoldAsync(Fleet);

        var page = Open(stage, "/devices?view=low-battery");

        Assert.Equal([Smoke], Rows(page));
        Assert.Equal("true", page.Find("[data-testid=view-LowBattery]").GetAttribute("aria-pressed"));
    }

    [Fact]
    public async Task SortHeader_Clicked_WritesTheOrderIntoTheAddress()
    {
        await using var stage = new ListStage();
        await stage.FoldAsync(Fleet);
        var page = Open(stage);

        await page.Find("[data-testid=sort-Sn]").ClickAsync();
        await page.Find("[data-testid=sort-Sn]").ClickAsync();

        page.WaitForAssertion(() => Assert.Equal([Climate, Smoke], Rows(page), StringComparer.Ordinal));
        Assert.EndsWith("/devices?sort=sn&desc=true", Address(stage), StringComparison.Ordinal);
    }

    [Fact]
    public async Task News_OfAShownDevice_ChangesItsRowInPlace()
    {
        await using var stage = new ListStage();
        await stage.FoldAsync(Fleet);
        var page = Open(stage);

        await stage.FoldAsync(Storage.Messages.Sensor(Climate, "3", """{"temperature":5.5,"smoke":1}"""));

        page.WaitForAssertion(() => Assert.Contains("5.5 °C", Row(page, Climate).TextContent, StringComparison.Ordinal));
        Assert.Equal([Smoke, Climate], Rows(page), StringComparer.Ordinal);
        Assert.Equal("2 in the fleet, 2 need someone", page.Find("[data-testid=devices-sentence]").TextContent);
    }

    [Fact]
    public async Task NewDevice_WhileTheListIsOpen_AppearsMarkedAsNew()
    {
        await using var stage = new ListStage();
        await stage.FoldAsync(Fleet);
        var page = Open(stage);
        stage.Clock.Advance(DevicesState.Pace);

        await stage.FoldAsync(Storage.Messages.Sensor("0117C9014B7A0E61", "4", """{"humidity":51.2}"""));

        page.WaitForAssertion(() => Assert.Contains("0117C9014B7A0E61", Rows(page), StringComparer.Ordinal));
        Assert.NotNull(Row(page, "0117C9014B7A0E61").QuerySelector(".tag.new"));
    }

    [Fact]
    public async Task FirstDevice_WhileThePageIsOpen_TakesThePlaceOfTheEmptyState()
    {
        await using var stage = new ListStage();
        var page = Open(stage);

        await stage.FoldAsync(Fleet[0]);

        page.WaitForAssertion(() => Assert.Equal([Climate], Rows(page)));
    }

    [Fact]
    public async Task KeyJ_MovesTheFocusToTheNextRow()
    {
        await using var stage = new ListStage();
        await stage.FoldAsync(Fleet);
        var page = Open(stage);

        await page.Find(".page").KeyDownAsync("j");
        await page.Find(".page").KeyDownAsync("j");

        Assert.Contains("sel", Row(page, Climate).ClassList, StringComparer.Ordinal);
        Assert.Equal(0, page.FindAll("[data-testid=device-row]").Select(link => link.GetAttribute("tabindex")).ToList().IndexOf("-1"));
        stage.Context.JSInterop.VerifyFocusAsyncInvoke(calledTimes: 2);
    }

    [Fact]
    public async Task RowClick_OpensTheDevice()
    {
        await using var stage = new ListStage();
        await stage.FoldAsync(Fleet);
        var page = Open(stage);

        var values = Row(page, Climate).QuerySelector("td.c-values");
        Assert.NotNull(values);
        await values.ClickAsync();

        Assert.EndsWith("/devices/" + Climate, Address(stage), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_WhenTheDatabaseFails_OffersToTryAgain()
    {
        await using var stage = new ListStage();
        await stage.FoldAsync(Fleet);
        stage.InState("ALTER TABLE devices RENAME TO hidden");
        var page = Open(stage);
        Assert.Contains("Could not load", page.Find(".empty").TextContent, StringComparison.Ordinal);

        stage.InState("ALTER TABLE hidden RENAME TO devices");
        await page.Find(".empty button").ClickAsync();

        page.WaitForAssertion(() => Assert.Equal(2, Rows(page).Length));
    }

    private static IRenderedComponent<DevicesPage> Open(ListStage stage, string address = "/devices")
    {
        stage.Context.Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return stage.Context.Render<DevicesPage>();
    }

    private static string Address(ListStage stage) => stage.Context.Services.GetRequiredService<NavigationManager>().Uri;

    private static string?[] Rows(IRenderedComponent<DevicesPage> page) => [.. page.FindAll("[data-testid=device-row]").Select(row => row.GetAttribute("data-sn"))];

    private static IElement Row(IRenderedComponent<DevicesPage> page, string sn) =>
        page.Find($"[data-testid=device-row][data-sn='{sn}']").Closest("tr") ?? throw new InvalidOperationException("The row stands outside of a table.");
}
