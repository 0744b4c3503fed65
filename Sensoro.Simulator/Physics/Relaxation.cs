namespace Sensoro.Simulator.Physics;

/// <summary>A quantity that follows its target with a delay: gas in a kitchen, carbon dioxide in an office, the heat of a cable.</summary>
/// <param name="lag">After this time about two thirds of the way to a new target are done.</param>
internal sealed class Relaxation(TimeSpan lag)
{
    private DateTimeOffset? _lastAt;
    private double _value;

    public double Follow(double target, DateTimeOffset at)
    {
        _value = _lastAt is not { } last
            ? target
            : at <= last ? _value : target + ((_value - target) * Math.Exp(-((at - last) / lag)));
        _lastAt = at;
        return _value;
    }
}
