namespace Sensoro.Domain.Devices;

/// <summary>Where a battery starts to need attention.</summary>
public static class BatteryLevel
{
    /// <summary>Percent; below it a battery counts as low. SENSORO publishes no limit of its own.</summary>
    public const double Low = 20;

    public static bool IsLow(double percent) => percent < Low;
}
