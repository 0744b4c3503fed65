using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace Sensoro.Dashboard.Tests.Components.Device;

/// <summary>Speaks a language until it is disposed.</summary>
internal sealed class Language : IDisposable
{
    private static readonly ServiceProvider Services = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider();

    private readonly CultureInfo _before = CultureInfo.CurrentUICulture;
    private readonly CultureInfo _formatBefore = CultureInfo.CurrentCulture;

    public Language(string name)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(name);
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);
    }

    public static IStringLocalizer<T> Texts<T>() => Services.GetRequiredService<IStringLocalizer<T>>();

    public void Dispose()
    {
        CultureInfo.CurrentUICulture = _before;
        CultureInfo.CurrentCulture = _formatBefore;
    }
}
