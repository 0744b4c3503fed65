using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Sensoro.Dashboard.Components.Devices;
using Sensoro.Dashboard.Tests.Storage;

namespace Sensoro.Dashboard.Tests.Components.Devices;

/// <summary>Which columns the list has and how close its rows stand.</summary>
public sealed class DeviceLayoutTests
{
    private const string Climate = "0117C6A4DD8F6612";

    [Fact]
    public async Task Column_TakenAway_LeavesTheListAndIsInTheAddressAndRemembered()
    {
        await using var stage = await StageAsync();
        var page = Open(stage, "/devices?q=8f66");
        Assert.Contains("Type", Heads(page), StringComparer.Ordinal);

        await page.Find("[data-testid=column-Type]").ChangeAsync(false);

        page.WaitForAssertion(() => Assert.DoesNotContain("Type", Heads(page), StringComparer.Ordinal));
        Assert.EndsWith("/devices?q=8f66&cols=name.values.battery.interval.last", Address(stage), StringComparison.Ordinal);
        Assert.Contains(stage.Context.JSInterop.Invocations["sensoroMemory.keep"], static call => call.Arguments is ["device-columns", "name.values.battery.interval.last"]);

        await page.Find("[data-testid=usual-columns]").ClickAsync();

        page.WaitForAssertion(() => Assert.Contains("Type", Heads(page), StringComparer.Ordinal));
        Assert.EndsWith("/devices?q=8f66", Address(stage), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Columns_OfTheAddress_AreShownInTheirOrderWhateverIsRemembered()
    {
        await using var stage = await StageAsync();
        await stage.Context.Services.GetRequiredService<LookMemory>().KeepAsync(new DeviceListLook { Columns = DeviceColumns.Battery, Density = DeviceDensity.Comfortable });

        var page = Open(stage, "/devices?cols=first-seen.reported.tags.name");

        Assert.Equal(["", "State ↓", "SN", "Name", "Tags", "Reported at", "First seen"], Heads(page));
        Assert.Equal("comfortable", page.Find(".list").GetAttribute("data-density"));
        Assert.Contains("cold chain", page.Find("td.c-tags").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Columns_OfTheMemory_AreShownWhenTheAddressSaysNothing()
    {
        await using var stage = await StageAsync();
        await stage.Context.Services.GetRequiredService<LookMemory>().KeepAsync(new DeviceListLook { Columns = DeviceColumns.Battery });

        Assert.Equal(["", "State ↓", "SN", "Battery"], Heads(Open(stage, "/devices?cols=width.colour")));
    }

    [Fact]
    public async Task Name_TakenAway_LeavesTheLinkToTheSn()
    {
        await using var stage = await StageAsync();

        var page = Open(stage, "/devices?cols=none");

        var link = page.Find("[data-testid=device-row]");
        Assert.Equal("/devices/" + Climate, link.GetAttribute("href"));
        Assert.Contains("c-sn", link.Closest("td")?.ClassName, StringComparison.Ordinal);
        await page.Find(".page").KeyDownAsync("j");
        Assert.Contains("sel", link.Closest("tr")?.ClassName, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compact_Pressed_SpacesTheRowsAndPressedAgainPacksThem()
    {
        await using var stage = await StageAsync();
        var page = Open(stage, "/devices");
        Assert.Equal("true", page.Find("[data-testid=compact]").GetAttribute("aria-pressed"));

        await page.Find("[data-testid=compact]").ClickAsync();

        page.WaitForAssertion(() => Assert.Equal("comfortable", page.Find(".list").GetAttribute("data-density")));
        Assert.EndsWith("/devices?density=comfortable", Address(stage), StringComparison.Ordinal);

        await page.Find("[data-testid=compact]").ClickAsync();

        page.WaitForAssertion(() => Assert.Equal("compact", page.Find(".list").GetAttribute("data-density")));
        Assert.EndsWith("/devices", Address(stage), StringComparison.Ordinal);
    }

    private static async Task<ListStage> StageAsync()
    {
        var stage = new ListStage();
        await stage.FoldAsync(Storage.Messages.Sensor(Climate, "1", """{"temperature":4.1,"battery":93,"interval":600}"""));
        stage.InState("UPDATE devices SET tags = char(10) || 'cold chain' || char(10)");
        return stage;
    }

    private static IRenderedComponent<DevicesPage> Open(ListStage stage, string address)
    {
        stage.Context.Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return stage.Context.Render<DevicesPage>();
    }

    private static string[] Heads(IRenderedComponent<DevicesPage> page) => [.. page.FindAll("th").Select(static head => head.TextContent.Trim())];

    private static string Address(ListStage stage) => stage.Context.Services.GetRequiredService<NavigationManager>().Uri;
}
