namespace Sensoro.Simulator.Physics;

/// <summary>A quantity that follows its target with a delay: gas in a kitchen, carbon dioxide in an office, the heat of a cable.</summary>
/// <param name="lag">After this time about two thirds of the way to a new target are done.</param>
internal sealed class Relaxation(TimeSpan lag)
{
    private DateTimeOffset? lastAt;
    private double value;

    public double Follow(double target, DateTimeOffset at)
    {
        value = lastAt is not { } last
            ? target
            : at <= last ? value : target + ((value - target) * Math.Exp(-((at - last) / lag)));
        lastAt = at;
        return value;
    }
}
