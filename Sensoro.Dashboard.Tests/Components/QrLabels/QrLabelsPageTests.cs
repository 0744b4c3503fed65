using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Sensoro.Dashboard.Components.QrLabels;
using Sensoro.Dashboard.Tests.Storage;

namespace Sensoro.Dashboard.Tests.Components.QrLabels;

public sealed class QrLabelsPageTests
{
    private const string Smoke = "0117C5971A02F3E8";
    private const string Climate = "0117C6A4DD8F6612";

    [Fact]
    public async Task Sheet_OfNamedDevices_HasThemInTheirOrderWithNameAndGroupedSn()
    {
        await using var stage = await StageAsync();
        stage.InState($"UPDATE devices SET name = 'Block C <3>' WHERE sn = '{Smoke}'");

        var page = Open(stage, $"/devices/labels?sn={Climate}&sn={Smoke}");

        Assert.Equal([Climate, Smoke], Labels(page));
        Assert.Equal("http://localhost/d/" + Smoke, page.Find($"[data-sn='{Smoke}']").GetAttribute("data-address"));
        Assert.Equal("Block C <3>", page.Find($"[data-sn='{Smoke}'] .name").TextContent);
        Assert.Equal(["0117", "C597", "1A"], page.FindAll($"[data-sn='{Smoke}'] .number span").Select(static group => group.TextContent), StringComparer.Ordinal);
        Assert.Equal("02F3E8", page.Find($"[data-sn='{Smoke}'] .number b").TextContent);
        Assert.Equal("2 labels", page.Find("[data-testid=label-count]").TextContent);
        Assert.Contains("http://localhost/d/…", page.Find("[data-testid=label-base]").TextContent.Replace("/…", "/d/…", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sheet_OfAList_HasWhatTheListHas()
    {
        await using var stage = await StageAsync();

        Assert.Equal([Smoke], Labels(Open(stage, "/devices/labels?q=02f3e8&sort=colour")));
        Assert.Equal([Climate, Smoke], Labels(Open(stage, "/devices/labels?sort=sn&desc=true")));
    }

    [Fact]
    public async Task Sheet_OfMoreThanAPageHolds_SaysWhatItIsAPartOf()
    {
        await using var stage = await StageAsync();
        await stage.FoldAsync([.. Enumerable.Range(0, 600).Select(static i => Storage.Messages.Sensor($"0118{i:X12}", $"{i + 10}"))]);

        var page = Open(stage, "/devices/labels");
        Assert.Equal(500, Labels(page).Length);
        Assert.Equal("The first 500 of 602 devices", page.Find("[data-testid=label-count]").TextContent);
        Assert.Equal(21, page.FindAll(".qr-sheet").Count);

        var named = Open(stage, "/devices/labels?" + string.Join('&', Enumerable.Range(0, 1_000).Select(static i => $"sn=0118{i:X12}")));
        Assert.Equal("The first 500 of 1,000 devices", named.Find("[data-testid=label-count]").TextContent);
    }

    [Fact]
    public async Task Sheet_WithUnknownDevices_NamesThemAndPrintsTheOthers()
    {
        await using var stage = await StageAsync();

        var page = Open(stage, $"/devices/labels?sn=NOBODY&sn={Smoke}&" + string.Join('&', Enumerable.Range(0, 11).Select(static i => $"sn=X{i}")));

        Assert.Equal([Smoke], Labels(page));
        Assert.Contains("NOBODY, X0", page.Find("[data-testid=label-unknown]").TextContent, StringComparison.Ordinal);
        Assert.EndsWith("X8 and 2 more", page.Find("[data-testid=label-unknown]").TextContent, StringComparison.Ordinal);
        Assert.Equal("1 label", page.Find("[data-testid=label-count]").TextContent);
    }

    [Theory]
    [InlineData("/devices/labels?sn=NOBODY", "None of these devices is known")]
    [InlineData("/devices/labels?type=submarine", "Nothing matches these filters")]
    public async Task Sheet_WithoutALabel_SaysWhy(string address, string expected)
    {
        await using var stage = await StageAsync();

        Assert.Contains(expected, Open(stage, address).Find(".empty").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sheet_WithoutDevices_SaysWhenThereWillBeAny()
    {
        await using var stage = new ListStage();

        Assert.Contains("No device yet", Open(stage, "/devices/labels").Find(".empty").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sheet_WhenTheDatabaseFails_OffersToTryAgain()
    {
        await using var stage = await StageAsync();
        stage.InState("ALTER TABLE devices RENAME TO hidden");

        var page = Open(stage, "/devices/labels");

        Assert.EndsWith("/devices/labels", page.Find(".empty a").GetAttribute("href"), StringComparison.Ordinal);
    }

    private static async Task<ListStage> StageAsync()
    {
        var stage = new ListStage();
        await stage.FoldAsync(Storage.Messages.Sensor(Climate, "1"), Storage.Messages.Sensor(Smoke, "2"));
        return stage;
    }

    private static IRenderedComponent<QrLabelsPage> Open(ListStage stage, string address)
    {
        stage.Context.Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return stage.Context.Render<QrLabelsPage>();
    }

    private static string?[] Labels(IRenderedComponent<QrLabelsPage> page) => [.. page.FindAll("[data-testid=qr-label]").Select(static label => label.GetAttribute("data-sn"))];
}
