using Sensoro.Dashboard.Components.Map;
using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Tests.Components.Map;

public sealed class MapChoiceTests
{
    [Fact]
    public void MapChoice_WrittenToAnAddress_IsReadBack()
    {
        var choice = new MapChoice(MapFilter.Everything with { Search = "cold", Status = DeviceStatus.Lost }, "0117C602F3E8", "0117C602F3E9", TrailSpan.Today, IsTable: true);
        var address = choice.Write();

        Assert.Equal(choice, MapChoice.Read(MapFilter.Of(Text("q"), Text("status"), null), Text("sn"), Text("trail"), Text("over"), Text("view")));
        Assert.All(MapChoice.Everything.Write(), parameter => Assert.Null(parameter.Value));

        string? Text(string name) => address[name] as string;
    }

    [Fact]
    public void MapChoice_OfWordsThatMeanNothing_IsEverything() =>
        Assert.Equal(MapChoice.Everything, MapChoice.Read(MapFilter.Of(null, null, null), null, null, "last year", "globe"));
}
