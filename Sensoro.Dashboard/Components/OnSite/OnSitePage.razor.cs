using Microsoft.AspNetCore.Components;
using Sensoro.Dashboard.Components.Device;
using Sensoro.Dashboard.Components.Elements;
using Sensoro.Dashboard.Storage;
using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Components.OnSite;

/// <summary>
/// What the person in front of a device wants to know of it, on a phone with a bad signal: one small page of text. It is rendered once, on
/// the server; following the device is an addition that the browser makes when it can.
/// </summary>
public sealed partial class OnSitePage
{
    private const int LongestText = 200;
    private const int MostFound = 8;

    private string _asked = "";
    private DeviceSnapshot? _device;
    private IReadOnlyList<DeviceSnapshot> _found = [];
    private bool _isChoice;

    [Inject]
    public required DeviceQueries Devices { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [CascadingParameter]
    public HttpContext? Context { get; set; }

    /// <summary>Only claims the route: see <see cref="DeviceAddress"/>.</summary>
    [Parameter]
    public string? Sn { get; set; }

    /// <summary>What was typed into the form.</summary>
    [SupplyParameterFromQuery(Name = OnSiteAddress.Field)]
    public string? Typed { get; set; }

    private CancellationToken Gone => Context?.RequestAborted ?? CancellationToken.None;

    protected override async Task OnInitializedAsync()
    {
        _asked = (Typed ?? DeviceAddress.SnIn(Navigation)).Trim();
        _asked = _asked.Length > LongestText ? _asked[..LongestText] : _asked;
        if (_asked.Length == 0)
        {
            return;
        }

        if (await DeviceLookup.ExactAsync(Devices, _asked, Gone) is { } sn)
        {
            await ShowAsync(sn);
        }
        else
        {
            await OfferAsync();
        }
    }

    /// <summary>A device has one address: whoever comes by another is sent there.</summary>
    private async Task ShowAsync(string sn)
    {
        if (Typed is not null || !string.Equals(sn, _asked, StringComparison.Ordinal))
        {
            Navigation.NavigateTo(OnSiteAddress.Of(sn));
            return;
        }

        _device = await Devices.FindAsync(sn, Gone);
    }

    /// <summary>What was typed may be the end of an SN or a name; an address that names no device is not found, whatever resembles it.</summary>
    private async Task OfferAsync()
    {
        _found = await DeviceLookup.FittingAsync(Devices, _asked, MostFound, Gone);
        _isChoice = Typed is not null && _found.Count > 0;
        if (_isChoice && _found is [var only])
        {
            Navigation.NavigateTo(OnSiteAddress.Of(only.Sn));
            return;
        }

        if (_isChoice)
        {
            return;
        }

        _found = _found.Count > 0 ? _found : await DeviceLookup.LikeAsync(Devices, _asked, MostFound, Gone);
        SetNotFound();
    }

    /// <summary>Said when the answer begins: a component that says so earlier is taken for one that has nothing to show.</summary>
    private void SetNotFound() => Context?.Response.OnStarting(static context =>
    {
        ((HttpContext)context).Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }, Context);
}
