using Microsoft.Playwright;
using Sensoro.Dashboard.Tests.Integration;

namespace Sensoro.Dashboard.Tests.Browser;

/// <summary>A page left open over a restart of the server comes back by itself, at the same address.</summary>
[Collection(BrowserTests.Name)]
public sealed class RestartTests(ChromiumFixture chromium)
{
    private const string Sn = "0117C5A9D0AA0001";

    [Fact]
    public async Task ServerRestart_WithAPageOpen_IsLiveAgainWithoutAClick()
    {
        using var folder = new TemporaryFolder();
        var first = new DashboardFactory(new DashboardSettings { DataDirectory = folder.Path });
        await first.FoldPushesAsync(PushBody.Sensor(Sn, 1, first.Now(), """{"battery":90,"temperature":20}"""));
        var address = first.Address;
        await using var visitor = await chromium.VisitAsync(address);
        await visitor.GoAsync("/devices?q=0001");
        var row = visitor.DeviceRow(Sn);
        await Assertions.Expect(row).ToContainTextAsync("20.0 °C");

        await first.DisposeAsync();
        await using var second = new DashboardFactory(new DashboardSettings { DataDirectory = folder.Path, Port = address.Port });
        await second.StorePushesAsync(PushBody.Sensor(Sn, 2, second.Now(), """{"battery":90,"temperature":25}"""));

        await Assertions.Expect(row).ToContainTextAsync("25.0 °C", new() { Timeout = 30_000 });
        Assert.EndsWith("/devices?q=0001", visitor.Page.Url, StringComparison.Ordinal);
        await second.StorePushesAsync(PushBody.Sensor(Sn, 3, second.Now(), """{"battery":90,"temperature":26}"""));
        await Assertions.Expect(row).ToContainTextAsync("26.0 °C", new() { Timeout = 15_000 });
    }
}
