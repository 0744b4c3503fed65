namespace Sensoro.Simulator.Physics;

/// <summary>A battery that empties slowly, reads lower in the cold and is replaced when it is flat.</summary>
/// <param name="level">Charge at the beginning, percent.</param>
/// <param name="life">How long a full battery lasts.</param>
internal sealed class Battery(double level, TimeSpan life)
{
    /// <summary>Below this outdoor temperature in °C a lithium cell's voltage, and with it the percentage, begins to dip.</summary>
    private const double Chill = 5;

    private const double DipPerDegree = 0.35;
    private const double Flat = 1;

    private DateTimeOffset? _lastAt;
    private double _level = level;

    /// <summary>What the device reports: whole percent.</summary>
    /// <param name="temperature">°C around the device.</param>
    public double Read(DateTimeOffset at, double temperature)
    {
        if (_lastAt is { } last && at > last)
        {
            _level -= 100 * ((at - last) / life);
            _level = _level < Flat ? 100 : _level;
        }

        _lastAt = at;
        var dip = Math.Max(0, Chill - temperature) * DipPerDegree;
        return Math.Round(Math.Clamp(_level - dip, Flat, 100));
    }
}
