using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using MudBlazor;

namespace Sensoro.Dashboard.Components.Theme;

/// <summary>
/// MudBlazor's colours as a style sheet. Its own provider writes them into each page as style elements, which the content security policy
/// forbids; and a sheet with both palettes follows the reader's theme before there is a circuit.
/// </summary>
internal sealed class ThemeSheet(IServiceScopeFactory scopes)
{
    public const string Path = "/theme.css";
    private const string OneYear = "max-age=31536000, immutable";

    private readonly Lazy<Task<string>> _text = new(() => WriteAsync(scopes));

    /// <summary>Changes with the program and with MudBlazor, so that browsers may keep the sheet.</summary>
    public static string Address { get; } = $"{Path}?v={Version(typeof(ThemeSheet))}{Version(typeof(MudThemeProvider))}";

    public static async Task<ContentHttpResult> GetAsync(HttpResponse response, ThemeSheet sheet)
    {
        var text = await sheet._text.Value;
        response.Headers.CacheControl = OneYear;
        return TypedResults.Text(text, "text/css", Encoding.UTF8);
    }

    private static string Version(Type type) => type.Module.ModuleVersionId.ToString("N")[..10];

    private static async Task<string> WriteAsync(IServiceScopeFactory scopes)
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<ILoggerFactory>());
        return await renderer.Dispatcher.InvokeAsync(async () =>
            await RulesAsync(renderer, isDark: false) + (await RulesAsync(renderer, isDark: true)).Replace(":root", ":root[data-theme=dark]", StringComparison.Ordinal));
    }

    /// <summary>What the provider writes between its style tags.</summary>
    private static async Task<string> RulesAsync(HtmlRenderer renderer, bool isDark)
    {
        var root = await renderer.RenderComponentAsync<MudThemeProvider>(ParameterView.FromDictionary(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(MudThemeProvider.Theme)] = SensoroTheme.Instance,
            [nameof(MudThemeProvider.IsDarkMode)] = isDark,
        }));
        var rules = new StringBuilder();
        foreach (var element in root.ToHtmlString().Split("</style>"))
        {
            var start = element.IndexOf('>', StringComparison.Ordinal);
            _ = start < 0 ? rules : rules.Append(element, start + 1, element.Length - start - 1);
        }

        return rules.ToString();
    }
}
