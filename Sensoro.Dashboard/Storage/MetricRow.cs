namespace Sensoro.Dashboard.Storage;

/// <summary>The short number of a metric key.</summary>
public sealed class MetricRow
{
    public int Id { get; private set; }

    public string Key { get; private set; } = "";
}
