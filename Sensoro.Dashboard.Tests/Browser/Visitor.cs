using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Sensoro.Dashboard.Tests.Browser;

/// <summary>A page in a browser, with everything it complained about.</summary>
public sealed class Visitor : IAsyncDisposable
{
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

    /// <summary>The circuit answers, and the page's own link to the server stands.</summary>
    public Task WaitUntilInteractiveAsync() => Page.Locator("html[data-link=live] main[data-interactive=true]").WaitForAsync();

    /// <summary>Asks for the address again and again: the news of a change within the page can come before anybody waits for it.</summary>
    public Task HasAddressAsync(string pattern) =>
        Assertions.Expect(Page).ToHaveURLAsync(new Regex(pattern, RegexOptions.None, TimeSpan.FromSeconds(1)), new() { Timeout = 20_000 });

    public ILocator Find(string testId) => Page.GetByTestId(testId);

    /// <summary>The row of a device in the device list.</summary>
    public ILocator DeviceRow(string sn) => Page.Locator($"tr:has([data-testid=device-row][data-sn='{sn}'])");

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    internal static async Task<Visitor> OpenAsync(IBrowserContext context) => new(context, await context.NewPageAsync());

    private void Complain(string text)
    {
        lock (_complaints)
        {
            _complaints.Add(text);
        }
    }
}
