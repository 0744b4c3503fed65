using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Sensoro.Dashboard.Tests.Integration;

namespace Sensoro.Dashboard.Tests.Browser;

/// <summary>A page in a browser, with everything it complained about.</summary>
public sealed class Visitor : IAsyncDisposable
{
    /// <summary>Twice as many as any page has.</summary>
    private const int MostTabs = 120;

    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];

    private Visitor(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        page.PageError += (_, error) => Complain("script: " + error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                Complain("console: " + message.Text);
            }
        };
    }

    public IPage Page { get; }

    /// <summary>Script errors and console errors so far.</summary>
    public IReadOnlyList<string> Complaints
    {
        get
        {
            lock (_complaints)
            {
                return [.. _complaints];
            }
        }
    }

    /// <summary>Opens an address and waits until the page answers to the visitor.</summary>
    public async Task GoAsync(string path)
    {
        await Page.GotoAsync(path);
        await WaitUntilInteractiveAsync();
    }

    /// <summary>Fills in and sends the form of the sign-in page that is open.</summary>
    public async Task SignInAsync(string userName)
    {
        await Page.Locator("#user-name").FillAsync(userName);
        await Page.Locator("#password").FillAsync(DashboardSettings.Password);
        await Page.Locator("form[data-testid=sign-in] button.pri").ClickAsync();
    }

    /// <summary>The circuit answers, and the page's own link to the server stands.</summary>
    public Task WaitUntilInteractiveAsync() => Page.Locator("html[data-link=live] main[data-interactive=true]").WaitForAsync();

    /// <summary>Asks for the address again and again: the news of a change within the page can come before anybody waits for it.</summary>
    public Task HasAddressAsync(string pattern) =>
        Assertions.Expect(Page).ToHaveURLAsync(new Regex(pattern, RegexOptions.None, TimeSpan.FromSeconds(1)), new() { Timeout = 20_000 });

    public ILocator Find(string testId) => Page.GetByTestId(testId);

    /// <summary>Presses Tab until the focus is on what is wanted: the only way of somebody without a mouse.</summary>
    public async Task TabToAsync(string selector)
    {
        for (var step = 0; step < MostTabs; step++)
        {
            await Page.Keyboard.PressAsync("Tab");
            if (await Page.EvaluateAsync<bool>("selector => document.activeElement?.matches(selector) ?? false", selector))
            {
                return;
            }
        }

        Assert.Fail($"{MostTabs} steps with the Tab key do not lead to {selector} on {Page.Url}.");
    }

    /// <summary>Presses keys one after the other, such as <c>g d</c>.</summary>
    public async Task PressAsync(string keys)
    {
        foreach (var key in keys.Split(' '))
        {
            await Page.Keyboard.PressAsync(key);
        }
    }

    /// <summary>
    /// Puts the page behind others for longer than it stays awake there. Its clock has to be taken over before it is opened: see
    /// <see cref="IPage.Clock"/>.
    /// </summary>
    public async Task FallAsleepAsync()
    {
        await Page.EvaluateAsync("() => { Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true }); document.dispatchEvent(new Event('visibilitychange')); }");
        await Page.Clock.FastForwardAsync("06:00");
        await Page.Locator("html[data-link=paused]").WaitForAsync();
    }

    /// <summary>Puts the page in front again.</summary>
    public Task WakeAsync() => Page.EvaluateAsync("() => { delete document.visibilityState; document.dispatchEvent(new Event('visibilitychange')); }");

    /// <summary>The row of a device in the device list.</summary>
    public ILocator DeviceRow(string sn) => Page.Locator($"tr:has([data-testid=device-row][data-sn='{sn}'])");

    /// <summary>Whatever a test is about: nothing that a page did may have run into the content security policy.</summary>
    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        Assert.DoesNotContain(Complaints, static complaint => complaint.Contains("Content Security Policy", StringComparison.Ordinal));
    }

    internal static async Task<Visitor> OpenAsync(IBrowserContext context) => new(context, await context.NewPageAsync());

    private void Complain(string text)
    {
        lock (_complaints)
        {
            _complaints.Add(text);
        }
    }
}
