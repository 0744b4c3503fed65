using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;

namespace Sensoro.Dashboard.Headers;

/// <summary>
/// The one content security policy, the same for every answer that a person's browser gets. Whatever a device or a member of staff
/// writes, a page runs only the scripts that this program serves, and talks only to it and to the configured tile servers.
/// </summary>
internal sealed class ContentPolicy
{
    private readonly Lazy<string> _text;

    public ContentPolicy(IOptions<ContentPolicyOptions> options, EndpointDataSource endpoints) =>
        _text = new Lazy<string>(() => Write(TileSources.Of(options.Value.TileAddresses), ImportMapOf(endpoints)));

    /// <summary>The header's value; it does not change while the program runs.</summary>
    public string Text => _text.Value;

    private static string Write(string tiles, string? importMap) => string.Join("; ",
    [
        "default-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",

        // The import map, which gives modules their fingerprinted addresses, cannot be a file: browsers read it from the page alone.
        // Its hash lets this one text through and no other.
        "script-src 'self'" + (importMap is null ? "" : $" 'sha256-{importMap}'"),
        "style-src 'self'",

        // MudBlazor places popovers, and ApexCharts its drawings, by style attributes.
        "style-src-attr 'unsafe-inline'",

        // MudBlazor's snackbar, which offers to undo, writes the frames of its fading under a name that is new each time: no hash fits.
        "style-src-elem 'self' 'unsafe-inline'",

        // data: the icons of MapLibre's and MudBlazor's style sheets; blob: the picture a chart is saved as.
        "img-src 'self' data: blob:" + tiles,
        "font-src 'self'",
        "connect-src 'self'" + tiles,
        "worker-src 'self'",
        "manifest-src 'self'",
        "object-src 'none'",
        "report-uri " + ViolationEndpoint.Path,
    ]);

    /// <summary>The same for every page; null when no page carries one.</summary>
    private static string? ImportMapOf(EndpointDataSource endpoints) =>
        endpoints.Endpoints.Select(static endpoint => endpoint.Metadata.GetMetadata<ImportMapDefinition>()).FirstOrDefault(static map => map is not null) is { } map
            ? Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(map.ToString())))
            : null;
}
