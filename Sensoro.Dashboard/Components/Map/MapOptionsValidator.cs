using Microsoft.Extensions.Options;

namespace Sensoro.Dashboard.Components.Map;

/// <summary>A base map that could only stay empty stops the start. Addresses may hold a key, so they are not repeated.</summary>
internal sealed class MapOptionsValidator : IValidateOptions<MapOptions>
{
    private const int FurthestZoom = 22;

    private static readonly string[] Places = ["{z}", "{x}", "{y}"];

    public ValidateOptionsResult Validate(string? name, MapOptions options)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var faults = options.Tiles.Index().SelectMany(entry => Faults($"{MapOptions.Section}:Tiles:{entry.Index}", entry.Item, names)).ToArray();
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(string key, TileOptions tile, HashSet<string> names)
    {
        if (string.IsNullOrWhiteSpace(tile.Name))
        {
            yield return $"{key}:Name is empty; give the base map a name for the menu.";
        }
        else if (!names.Add(tile.Name))
        {
            yield return $"{key}:Name is that of another base map; give each a name of its own.";
        }

        if (!IsAddress(tile.Url) || !Array.TrueForAll(Places, place => tile.Url.Contains(place, StringComparison.Ordinal)))
        {
            yield return $"{key}:Url must be an address with {{z}}, {{x}} and {{y}} in it, such as https://tiles.example.com/{{z}}/{{x}}/{{y}}.png.";
        }

        if (string.IsNullOrWhiteSpace(tile.Attribution))
        {
            yield return $"{key}:Attribution is empty; name whose map it is, such as © OpenStreetMap contributors.";
        }

        if (tile.ParsedDatum is null)
        {
            yield return $"{key}:Datum must be WGS-84 or GCJ-02.";
        }

        if (tile.MaxZoom is < 1 or > FurthestZoom)
        {
            yield return $"{key}:MaxZoom must be a whole number from 1 to {FurthestZoom}.";
        }
    }

    /// <summary>Of another server, or of this one behind the same proxy.</summary>
    private static bool IsAddress(string url) =>
        (url.StartsWith('/') && !url.StartsWith("//", StringComparison.Ordinal)) || (Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https");
}
