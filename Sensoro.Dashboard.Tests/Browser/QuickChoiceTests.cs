using Microsoft.Playwright;
using Sensoro.Dashboard.Tests.Integration;

namespace Sensoro.Dashboard.Tests.Browser;

/// <summary>Two choices so close together that the browser has not shown the address of the first when the second is made.</summary>
[Collection(BrowserTests.Name)]
public sealed class QuickChoiceTests(ChromiumFixture chromium) : IAsyncLifetime
{
    /// <summary>In one turn of the browser: it sends all of them before it hears of any.</summary>
    private const string Choose = """
        choices => {
            for (const [name, value] of choices) {
                const control = document.querySelector(`[data-testid="${name}"]`);
                if (value === '') {
                    control.click();
                } else {
                    control.value = value;
                    control.dispatchEvent(new Event('change', { bubbles: true }));
                }
            }
        }
        """;

    private readonly DashboardFactory _dashboard = new();

    public async ValueTask InitializeAsync() => await _dashboard.FoldPushesAsync(
        PushBody.Sensor("0117C5A9D0B3F2A1", 1, _dashboard.Now(), """{"battery":90,"interval":600,"temperature":21.5,"lonlat":[116.40,39.91]}"""));

    public ValueTask DisposeAsync() => _dashboard.DisposeAsync();

    [Theory]
    [InlineData("/map", "status=alarm&battery=20&silent=6h$", "map-status=alarm", "map-battery=20", "map-silent=6h")]
    [InlineData("/audit", "action=sign_in&day=2026-05-04$", "audit-action=sign_in", "audit-day=2026-05-04")]
    [InlineData("/exports", "from=2026-05-04.*every=PT1H&format=jsonl", "export-from=2026-05-04T08:00", "grain-Hour", "format-jsonl")]
    public async Task Choices_MadeAtOnce_AreAllKept(string page, string address, params string[] choices)
    {
        await using var visitor = await chromium.VisitAsync(_dashboard.Address);
        await visitor.GoAsync(page);
        await visitor.Find(choices[0].Split('=')[0]).WaitForAsync();

        await visitor.Page.EvaluateAsync(Choose, choices.Select(static choice => choice.Split('=')).Select(static pair => new[] { pair[0], pair.ElementAtOrDefault(1) ?? "" }).ToArray());

        await visitor.HasAddressAsync(address);
        Assert.Empty(visitor.Complaints);
    }
}
