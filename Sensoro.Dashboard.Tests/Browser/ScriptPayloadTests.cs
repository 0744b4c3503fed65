using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Sensoro.Dashboard.Storage;
using Sensoro.Dashboard.Tests.Integration;
using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Tests.Browser;

/// <summary>D5: whatever script a device, a task or a member of staff writes, no page runs it, asks for it, or has to be kept from it.</summary>
[Collection(BrowserTests.Name)]
public sealed class ScriptPayloadTests(ChromiumFixture chromium, ScriptPayloadTests.ScriptFleet fleet) : IClassFixture<ScriptPayloadTests.ScriptFleet>
{
    private const string Sn = "0117C5A9D0AA0001";

    /// <summary>Each page, and what shows that it has something to show.</summary>
    private static readonly (string Page, string Sign)[] Pages =
    [
        ("/", "[data-testid=push-row]"),
        ("/map", "[data-testid=map-row], [data-map=fleet][data-ready=true]"),
        ("/map?sn=SN", "[data-testid=map-card]"),
        ("/map?view=table", ".map table tbody tr"),
        ("/devices?cols=name.values.tags.reported.first-seen&density=comfortable", "[data-testid=device-row]"),
        ("/devices?sort=name&desc=true", "[data-testid=device-row]"),
        ("/devices?q=wasRun", "[data-testid=device-row]"),
        ("/tasks", "[data-testid=task-row]"),
        ("/messages", "[data-testid=message-row]"),
        ("/messages?open=1", "[data-testid=message-changes]"),
        ("/messages/quarantine?open=1", "main h1"),
        ("/system", "main .card"),
        ("/connect", "main h1"),
        ("/exports?sn=SN&metric=text0", "[data-testid=export-sns]"),
        ("/explore?s=SN.temperature&s=SN.METRIC", ".chart[data-ready=true]"),
        ("/devices/SN", "[data-testid=other-values]"),
        ("/devices/SN?tab=history", ".chart[data-ready=true]"),
        ("/devices/SN?tab=messages", "#device-panel table"),
        ("/devices/SN?tab=map", "[data-testid=device-map]"),
        ("/devices/SN?tab=tasks", "#device-panel"),
        ("/devices/HOSTILE", "[data-testid=other-values], main h1"),
    ];

    public static TheoryData<string, string> PagesAndSigns
    {
        get
        {
            var data = new TheoryData<string, string>();
            Array.ForEach(Pages, page => data.Add(page.Page, page.Sign));
            return data;
        }
    }

    [Fact]
    public void Payloads_OfTheList_AreSixtyOrMoreAndDiffer() =>
        Assert.InRange(ScriptPayloads.All.Distinct(StringComparer.Ordinal).Count(), 60, ScriptPayloads.All.Count);

    [Theory]
    [MemberData(nameof(PagesAndSigns))]
    public async Task Page_OfAFleetOfScripts_RunsNone(string page, string sign)
    {
        await using var visitor = await chromium.VisitAsync(fleet.Dashboard.Address);
        var strays = Watch(visitor);

        await visitor.GoAsync(page.Replace("SN", Sn, StringComparison.Ordinal)
            .Replace("METRIC", Uri.EscapeDataString(ScriptPayloads.All[13]), StringComparison.Ordinal)
            .Replace("HOSTILE", Uri.EscapeDataString(ScriptPayloads.All[51]), StringComparison.Ordinal));
        await visitor.Page.Locator(sign).First.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });

        await AssertHarmlessAsync(visitor, strays);
    }

    [Fact]
    public async Task Search_ForScripts_RunsNone()
    {
        await using var visitor = await chromium.VisitAsync(fleet.Dashboard.Address);
        var strays = Watch(visitor);
        await visitor.GoAsync("/system");

        foreach (var typed in new[] { "<img", "onerror", "javascript:" })
        {
            await visitor.Page.Locator("[data-keys='/']").FillAsync(typed);
            await visitor.Find("search-hit").First.WaitForAsync();
            await AssertHarmlessAsync(visitor, strays);
        }
    }

    [Fact]
    public async Task Addresses_MadeOfScripts_RunNone()
    {
        await using var visitor = await chromium.VisitAsync(fleet.Dashboard.Address);
        var strays = Watch(visitor);

        foreach (var (index, payload) in ScriptPayloads.All.Index())
        {
            // What an address carries is drawn by the server; every tenth is looked at with a circuit, too.
            var asked = Uri.EscapeDataString(payload);
            await visitor.Page.GotoAsync("/d/" + asked);
            await AssertHarmlessAsync(visitor, strays);
            if (index % 10 == 0)
            {
                await visitor.Page.GotoAsync("/devices/labels?sn=" + asked);
                await AssertHarmlessAsync(visitor, strays);
                await visitor.GoAsync($"/devices?q={asked}&type={asked}&tag={asked}");
                await AssertHarmlessAsync(visitor, strays);
            }
        }
    }

    /// <summary>Dialogs that open, and requests for what is not ours.</summary>
    private List<string> Watch(Visitor visitor)
    {
        var strays = new List<string>();
        visitor.Page.Dialog += (_, dialog) => strays.Add("dialog: " + dialog.Message);
        visitor.Page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(fleet.Dashboard.Address.ToString(), StringComparison.Ordinal) && !request.Url.StartsWith("data:image/svg+xml", StringComparison.Ordinal))
            {
                strays.Add("request: " + request.Url);
            }
        };
        return strays;
    }

    private static async Task AssertHarmlessAsync(Visitor visitor, List<string> strays)
    {
        Assert.False(await visitor.Page.EvaluateAsync<bool>("() => window.wasRun !== undefined || [...document.querySelectorAll('*')].some((element) => [...element.attributes].some((attribute) => attribute.name.startsWith('on')))"));
        Assert.Equal(0, await visitor.Page.EvaluateAsync<int>("() => document.querySelectorAll('main script:not([src^=dist]), img[src=x], iframe, object, embed, math, marquee, base:not([href=\"/\"]), a[href^=\"javascript:\" i]').length"));
        Assert.Empty(strays);
        Assert.DoesNotContain(visitor.Complaints, static complaint => !complaint.Contains("404", StringComparison.Ordinal));
    }

    /// <summary>A device for each payload, all of whose texts it is, one with all of them as values and as names of metrics, and their tasks.</summary>
    public sealed class ScriptFleet : IAsyncLifetime
    {
        public DashboardFactory Dashboard { get; } = new();

        public async ValueTask InitializeAsync()
        {
            var id = 1L;
            var texts = ScriptPayloads.All.Index().ToDictionary(static entry => $"text{entry.Index}", static entry => (object)entry.Item, StringComparer.Ordinal);
            var numbers = ScriptPayloads.All.ToDictionary(static payload => payload, static _ => (object)1.5, StringComparer.Ordinal);
            await Dashboard.StorePushesAsync(
                Sensor(Sn, id++, new(texts, StringComparer.Ordinal) { ["temperature"] = 21.5, ["smoke"] = 1, ["lonlat"] = Place(1) }, "temp_humi"),
                Sensor(Sn, id++, numbers, "temp_humi"));
            foreach (var payload in ScriptPayloads.All)
            {
                await Dashboard.StorePushesAsync(
                    Sensor(payload, id++, new(StringComparer.Ordinal) { ["customer"] = payload, [payload] = 2.5, ["smoke"] = 1, ["lonlat"] = Place(id) }, payload),
                    PushBody.Task(JsonSerializer.Serialize(payload), id++, Dashboard.Now(), resultCode: 1, resultData: JsonSerializer.Serialize(new { reason = payload })));
            }

            using var refused = await Dashboard.SendSignedPushAsync(JsonSerializer.Serialize(new { sn = ScriptPayloads.All[0], type = "text", encryptData = ScriptPayloads.All[13] }));
            await Dashboard.WaitForFoldedAsync();
            await Dashboard.Services.GetRequiredService<DeviceEdits>().ApplyAsync([.. ScriptPayloads.All.Select(Named)], TestContext.Current.CancellationToken);
            await Dashboard.Services.GetRequiredService<SavedViews>().AddAsync("<img src=x onerror=a>", "q=%3Cimg%3E", TestContext.Current.CancellationToken);
        }

        public ValueTask DisposeAsync() => Dashboard.DisposeAsync();

        private static double[] Place(long id) => [116.4 + (id / 1000.0), 39.9];

        private static DeviceEdit Named(string payload) =>
            new(payload) { Labels = DeviceLabels.TryCreate(payload.Length <= DeviceLabels.LongestName ? payload : payload[..DeviceLabels.LongestName], [payload[..Math.Min(payload.Length, 20)].Replace(',', ' ').Replace(';', ' ')], out var labels) == LabelFault.None ? labels : null };

        private string Sensor(string sn, long id, Dictionary<string, object> values, string type) =>
            PushBody.Sensor(Quoted(sn), id, Dashboard.Now(), JsonSerializer.Serialize(values), Quoted(type));

        /// <summary>As it stands between the quotes of a JSON text.</summary>
        private static string Quoted(string text) => JsonSerializer.Serialize(text)[1..^1];
    }
}
