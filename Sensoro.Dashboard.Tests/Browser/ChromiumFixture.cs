using Microsoft.Playwright;
using Sensoro.Dashboard.Tests.Integration;

namespace Sensoro.Dashboard.Tests.Browser;

/// <summary>One headless Chromium for all browser tests: the machine's own, nothing is downloaded.</summary>
public sealed class ChromiumFixture : IAsyncLifetime
{
    private static readonly string[] Candidates = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        var path = Array.Find(Candidates, File.Exists);
        Assert.SkipWhen(path is null, "Chromium is not installed (Debian: apt-get install chromium).");
        Assertions.SetDefaultExpectTimeout(15_000);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = path, Args = Arguments });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    /// <summary>A person at a screen of their own: nothing is shared with another one.</summary>
    public async Task<Visitor> VisitAsync(Uri address, VisitorOptions? options = null)
    {
        var wanted = options ?? new VisitorOptions();
        var browser = _browser ?? throw new InvalidOperationException("The browser has not been started.");
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address.ToString(),
            ViewportSize = new ViewportSize { Width = wanted.Width, Height = wanted.Height },
            Locale = wanted.IsChinese ? "zh-CN" : "en-US",
            ColorScheme = wanted.IsDark ? ColorScheme.Dark : ColorScheme.Light,
            TimezoneId = "Asia/Shanghai",
            JavaScriptEnabled = wanted.HasScripts,
        });
        if (wanted.UserName is { } name)
        {
            var cookie = await SessionCookie.OfAsync(address, name);
            await context.AddCookiesAsync([new Cookie { Name = SessionCookie.Name, Value = cookie[(SessionCookie.Name.Length + 1)..], Url = address.ToString(), HttpOnly = true }]);
        }

        return await Visitor.OpenAsync(context);
    }
}
