using System.Globalization;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Sensoro.Dashboard.Components.Exports;
using Sensoro.Dashboard.Export;
using Sensoro.Dashboard.Storage;
using Sensoro.Dashboard.Tests.Export;
using Sensoro.Dashboard.Tests.Integration;
using Stored = Sensoro.Dashboard.Tests.Storage.Messages;

namespace Sensoro.Dashboard.Tests.Components.Exports;

/// <summary>The export page on the program's own jobs.</summary>
public sealed class ExportsPageTests : IAsyncLifetime
{
    private readonly BunitContext _context = new();
    private readonly ExportStage _stage = new(new StoppedClock(Stored.Noon.AddHours(2)));

    public ValueTask InitializeAsync()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo("en");
        _stage.FoldSeries("PAGE-1", 90);
        _stage.RollUp();
        _context.JSInterop.Mode = JSRuntimeMode.Loose;
        _context.Services.AddLocalization();
        _context.Services.AddSingleton(_stage.Jobs);
        _context.Services.AddSingleton(_stage.Storage.Get<ReadingQueries>());
        _context.Services.AddSingleton(_stage.Storage.Get<DeviceQueries>());
        _context.Services.AddSingleton(_stage.Storage.Get<TimeProvider>());
        _context.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        await _stage.DisposeAsync();
    }

    [Fact]
    public void Page_WithoutExports_EstimatesAndSaysWhatToDo()
    {
        var page = Open("/exports?sn=PAGE-1");

        page.WaitForAssertion(() => Assert.Contains("About 90 rows", page.Find("[data-testid=estimate]").TextContent, StringComparison.Ordinal));
        Assert.Contains("No exports yet", page.Find("[data-testid=exports]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_WithADeviceNobodyKnows_SaysSo()
    {
        var page = Open("/exports?sn=NOBODY");

        page.WaitForAssertion(() => Assert.Contains("No device matches", page.Find("[data-testid=estimate]").TextContent, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("from=2026-03-01T10:00:00Z&to=2026-03-01T09:00:00Z", "ends before it starts")]
    [InlineData("from=2026-03-01T10:00:00Z&to=2026-03-01T10:00:00Z", "empty")]
    [InlineData("from=2036-03-01T10:00:00Z&to=2036-03-02T10:00:00Z", "future")]
    [InlineData("from=1926-03-01T10:00:00Z&to=2026-03-01T10:00:00Z", "twenty years")]
    public void Page_WithABadSpan_SaysWhyAndDoesNotStart(string query, string words)
    {
        var page = Open("/exports?" + query);

        Assert.Contains(words, page.Find("[data-testid=estimate]").TextContent, StringComparison.Ordinal);
        Assert.True(page.Find("[data-testid=start-export]").HasAttribute("disabled"));
    }

    [Fact]
    public async Task Export_StartedCancelledAndDeleted_FollowsOnThePage()
    {
        var page = Open("/exports?sn=PAGE-1");
        page.WaitForAssertion(() => Assert.False(page.Find("[data-testid=start-export]").HasAttribute("disabled")));

        await page.Find("[data-testid=start-export]").ClickAsync();
        Assert.Equal("Queued", page.Find("[data-testid=export]").GetAttribute("data-state"));

        await page.Find("[data-testid=cancel-export]").ClickAsync();
        Assert.Equal("Cancelled", page.Find("[data-testid=export]").GetAttribute("data-state"));

        await page.Find("[data-testid=delete-export]").ClickAsync();
        await page.Find("[data-testid=delete-yes]").ClickAsync();
        Assert.Empty(_stage.Jobs.All);
    }

    [Fact]
    public async Task Choice_OnThePage_GoesIntoTheAddress()
    {
        var page = Open("/exports?sn=PAGE-1");

        await page.Find("[data-testid=grain-Day]").ClickAsync();
        await page.Find("[data-testid=format-jsonl]").ClickAsync();

        var address = _context.Services.GetRequiredService<NavigationManager>().Uri;
        Assert.Contains("every=day", address, StringComparison.Ordinal);
        Assert.Contains("format=jsonl", address, StringComparison.Ordinal);
        Assert.Contains("sn=PAGE-1", address, StringComparison.Ordinal);
    }

    private IRenderedComponent<ExportsPage> Open(string address)
    {
        _context.Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return _context.Render<ExportsPage>();
    }
}
