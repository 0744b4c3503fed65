using Microsoft.AspNetCore.Components;
using Sensoro.Dashboard.Components.Layout;

namespace Sensoro.Dashboard.Components.Busy;

/// <summary>Too many pages are open. Needs no circuit itself, and goes back by itself as soon as there may be a place.</summary>
public sealed partial class BusyPage
{
    private const string Pause = "20";

    [CascadingParameter]
    public HttpContext? Context { get; set; }

    /// <summary>The page that was asked for.</summary>
    [SupplyParameterFromQuery(Name = "returnUrl")]
    public string? ReturnUrl { get; set; }

    private string Target => ReturnAddress.Of(ReturnUrl);

    protected override void OnInitialized()
    {
        if (Context?.Response is { HasStarted: false } response)
        {
            response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            response.Headers.RetryAfter = Pause;
            response.Headers["Refresh"] = $"{Pause}; url={Target}";
        }
    }
}
