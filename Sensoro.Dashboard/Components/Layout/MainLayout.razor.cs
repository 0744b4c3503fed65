using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;

namespace Sensoro.Dashboard.Components.Layout;

/// <summary>The shell around every page: header, navigation, bands that say what is wrong, and the page itself.</summary>
public sealed partial class MainLayout : IDisposable
{
    private ErrorBoundary? _boundary;

    [Inject]
    public required NavigationManager Navigation { get; set; }

    private string Here => Navigation.ToBaseRelativePath(Navigation.Uri) is { Length: > 0 } path ? "/" + path.Split('#')[0] : "/";

    public void Dispose() => Navigation.LocationChanged -= Recover;

    protected override void OnInitialized() => Navigation.LocationChanged += Recover;

    /// <summary>A fault of one page must not follow the reader to the next.</summary>
    private void Recover(object? sender, LocationChangedEventArgs change) => _boundary?.Recover();
}
