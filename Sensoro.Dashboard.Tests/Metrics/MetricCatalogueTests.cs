using System.Globalization;
using Sensoro.Domain.Metrics;

namespace Sensoro.Dashboard.Tests.Metrics;

public sealed class MetricCatalogueTests
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-Hans");

    [Fact]
    public void All_AsEmbedded_Holds75DistinctKeys() =>
        Assert.Equal(75, MetricCatalogue.All.Select(definition => definition.Key).Distinct(StringComparer.Ordinal).Count());

    [Fact]
    public void All_AsEmbedded_HasBothLabels() => Assert.All(MetricCatalogue.All, definition =>
    {
        Assert.False(string.IsNullOrWhiteSpace(definition.Label(English)));
        Assert.False(string.IsNullOrWhiteSpace(definition.Label(Chinese)));
    });

    [Fact]
    public void All_OfBooleans_AreAlarmTypesWithWordsInBothLanguages()
    {
        var states = MetricCatalogue.All.Where(definition => definition.Kind == MetricKind.Bool).ToList();

        Assert.Equal(15, states.Count);
        Assert.All(states, definition =>
        {
            Assert.True(definition.IsAlarmType);
            Assert.False(string.IsNullOrWhiteSpace(definition.StateWord(active: true, English)));
            Assert.False(string.IsNullOrWhiteSpace(definition.StateWord(active: true, Chinese)));
            Assert.False(string.IsNullOrWhiteSpace(definition.StateWord(active: false, English)));
            Assert.False(string.IsNullOrWhiteSpace(definition.StateWord(active: false, Chinese)));
        });
    }

    [Fact]
    public void All_OfInvertedMetrics_AreTheFiveOfTheProtocol() => Assert.Equal(
        "cover jinggai door connection installed",
        string.Join(' ', MetricCatalogue.All.Where(definition => definition.IsInverted).Select(definition => definition.Key)));

    [Theory]
    [InlineData("leak", "leak detected", "no leak", "漏水", "无漏水")]
    [InlineData("door", "open", "closed", "打开", "关闭")]
    [InlineData("installed", "removed", "installed", "被拆除", "已安装")]
    [InlineData("drop", "leak", "no leak", "滴漏", "无滴漏")]
    public void StateWord_OfAState_SaysWhatTheValueMeans(string key, string activeEn, string clearEn, string activeZh, string clearZh)
    {
        var definition = Find(key);

        Assert.Equal(activeEn, definition.StateWord(active: true, English));
        Assert.Equal(clearEn, definition.StateWord(active: false, English));
        Assert.Equal(activeZh, definition.StateWord(active: true, Chinese));
        Assert.Equal(clearZh, definition.StateWord(active: false, Chinese));
    }

    [Theory]
    [InlineData("temperature", MetricKind.Number, MetricRole.Measurement, "°C", 1)]
    [InlineData("battery", MetricKind.Number, MetricRole.Health, "%", 0)]
    [InlineData("interval", MetricKind.Number, MetricRole.Config, "s", 0)]
    [InlineData("lonlat", MetricKind.Position, MetricRole.Measurement, "degree", 6)]
    [InlineData("gyro", MetricKind.Vector3, MetricRole.Measurement, null, 2)]
    [InlineData("smoke", MetricKind.Bool, MetricRole.Measurement, null, 0)]
    [InlineData("ID", MetricKind.Text, MetricRole.Identity, null, 0)]
    public void Find_OfAMetric_KnowsItsShape(string key, MetricKind kind, MetricRole role, string? unit, int decimals)
    {
        var definition = Find(key);

        Assert.Equal(kind, definition.Kind);
        Assert.Equal(role, definition.Role);
        Assert.Equal(unit, definition.Unit);
        Assert.Equal(decimals, definition.Decimals);
    }

    [Fact]
    public void Find_OfAGauge_HasItsEnds()
    {
        Assert.Equal(-40, Find("temperature").GaugeMin);
        Assert.Equal(85, Find("temperature").GaugeMax);
        Assert.Null(Find("CURRENT_A").GaugeMax);
    }

    [Fact]
    public void Find_OfAUnit_TellsWhetherItWasInferred()
    {
        Assert.True(Find("a_curr").IsUnitInferred);
        Assert.False(Find("temperature").IsUnitInferred);
    }

    [Theory]
    [InlineData("Temperature")]
    [InlineData("id")]
    [InlineData("brandNewMetric")]
    [InlineData("")]
    [InlineData("温度")]
    [InlineData("a key that is longer than any the catalogue holds")]
    public void Find_OfAnUnknownKey_FindsNothing(string key)
    {
        Assert.Null(MetricCatalogue.Find(key));
        Assert.False(MetricCatalogue.TryFind(key, out _));
        Assert.False(MetricCatalogue.TryFind(System.Text.Encoding.UTF8.GetBytes(key), out _));
    }

    [Fact]
    public void TryFind_OfEveryKey_FindsTheSameDefinitionByTextAndByBytes() => Assert.All(MetricCatalogue.All, definition =>
    {
        Assert.True(MetricCatalogue.TryFind(definition.Key.AsSpan(), out var byText));
        Assert.True(MetricCatalogue.TryFind(System.Text.Encoding.UTF8.GetBytes(definition.Key), out var byBytes));
        Assert.Same(definition, byText);
        Assert.Same(definition, byBytes);
        Assert.Same(definition, MetricCatalogue.Find(definition.Key));
    });

    [Fact]
    public void TryFind_ByBytes_AllocatesNothing()
    {
        var found = MetricCatalogue.TryFind("temperature"u8, out _);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            found &= MetricCatalogue.TryFind("temperature"u8, out _);
        }

        Assert.True(found);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static MetricDefinition Find(string key) => MetricCatalogue.Find(key) ?? throw new InvalidOperationException($"{key} is not listed.");
}
