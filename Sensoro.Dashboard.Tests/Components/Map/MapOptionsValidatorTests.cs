using Sensoro.Dashboard.Components.Map;
using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Tests.Components.Map;

public sealed class MapOptionsValidatorTests
{
    [Theory]
    [InlineData("https://tiles.example.com/{z}/{x}/{y}.png")]
    [InlineData("http://10.0.0.7:8080/{z}/{y}/{x}")]
    [InlineData("https://tiles.example.com/tile?x={x}&y={y}&z={z}&key=1")]
    [InlineData("/tiles/{z}/{x}/{y}.png")]
    public void Validate_AddressOfTiles_Passes(string url) => Assert.Empty(Faults(New(url: url)));

    [Theory]
    [InlineData("")]
    [InlineData("https://tiles.example.com/{z}/{x}.png")]
    [InlineData("//tiles.example.com/{z}/{x}/{y}.png")]
    [InlineData("ftp://tiles.example.com/{z}/{x}/{y}.png")]
    [InlineData("javascript:{x}{y}{z}")]
    public void Validate_AddressWithoutTiles_IsAFault(string url) =>
        Assert.StartsWith("Map:Tiles:0:Url must be an address with {z}, {x} and {y} in it", Assert.Single(Faults(New(url: url))), StringComparison.Ordinal);

    [Theory]
    [InlineData("WGS-84", CoordinateSystem.Wgs84)]
    [InlineData("gcj-02", CoordinateSystem.Gcj02)]
    [InlineData("Gcj02", CoordinateSystem.Gcj02)]
    public void Datum_AsPeopleWriteIt_IsUnderstood(string datum, CoordinateSystem expected)
    {
        var tile = New(datum: datum);

        Assert.Equal(expected, tile.ParsedDatum);
        Assert.Empty(Faults(tile));
    }

    [Fact]
    public void Validate_EveryFault_HasALineOfItsOwn()
    {
        var faults = Faults(New(), new TileOptions { Name = "streets", Url = "/{z}/{x}/{y}", Datum = "BD-09", MaxZoom = 0 });

        Assert.Equal(["Map:Tiles:1:Name", "Map:Tiles:1:Attribution", "Map:Tiles:1:Datum", "Map:Tiles:1:MaxZoom"], faults.Select(static fault => fault.Split(' ')[0]), StringComparer.Ordinal);
    }

    private static TileOptions New(string url = "/{z}/{x}/{y}", string datum = "WGS-84") => new() { Name = "Streets", Url = url, Attribution = "Example", Datum = datum };

    private static IReadOnlyList<string> Faults(params TileOptions[] tiles)
    {
        var options = new MapOptions();
        Array.ForEach(tiles, options.Tiles.Add);
        return [.. new MapOptionsValidator().Validate(null, options).Failures ?? []];
    }
}
