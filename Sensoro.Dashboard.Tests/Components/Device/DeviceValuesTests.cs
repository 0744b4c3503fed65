using Sensoro.Dashboard.Components.Device;
using Sensoro.Domain.Devices;
using Sensoro.Domain.Metrics;
using static Sensoro.Dashboard.Tests.Components.Device.SampleDevice;

namespace Sensoro.Dashboard.Tests.Components.Device;

public sealed class DeviceValuesTests
{
    [Fact]
    public void DeviceValues_States_ActiveOnesComeFirst()
    {
        var values = DeviceValues.Of(Of("A", latest: [State("leak", active: false), State("installed", active: true), State("smoke", active: false), State("door", active: true)]));

        Assert.Equal(["door", "installed", "leak", "smoke"], Keys(values.States));
    }

    [Fact]
    public void DeviceValues_NumbersWithARange_AreGaugesAndTheBatteryIsLast()
    {
        var values = DeviceValues.Of(Of("A", latest: [Number("battery", 80), Number("interval", 60), Number("humidity", 40), Number("temperature", 20)]));

        Assert.Equal(["temperature", "humidity", "battery"], Keys(values.Gauges));
        Assert.Empty(values.Others);
    }

    [Fact]
    public void DeviceValues_NumbersWithoutARange_AreFigures()
    {
        var values = DeviceValues.Of(Of("A", latest: [Number("waterPressure", 1.2), Number("power_val", 3)]));

        Assert.Equal(["waterPressure", "power_val"], Keys(values.Figures));
    }

    [Fact]
    public void DeviceValues_WhatTheCatalogueDoesNotKnow_IsKeptUnderItsOwnName()
    {
        var values = DeviceValues.Of(Of("A", latest:
        [
            Number("zeta", 7), Value("alpha", MetricValue.Flag(true)), Value("blob", MetricValue.OfJson("""{"a":1}""")), Value("customer", MetricValue.OfText("hello")), Value("lonlat", MetricValue.NoFix),
        ]));

        Assert.Equal(["lonlat", "customer", "alpha", "blob", "zeta"], Keys(values.Others));
    }

    [Fact]
    public void DeviceValues_PlacesAndVectors_HaveTheirOwnPart()
    {
        var values = DeviceValues.Of(Of("A", latest: [Value("lonlat", MetricValue.Position(121, 31)), Value("gyro", MetricValue.Vector(1, 2, 3))]));

        Assert.Equal(["gyro"], Keys(values.Vectors));
        Assert.Empty(values.Others);
    }

    private static string[] Keys(IEnumerable<LatestValue> values) => [.. values.Select(value => value.Metric)];
}
