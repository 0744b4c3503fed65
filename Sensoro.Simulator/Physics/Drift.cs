namespace Sensoro.Simulator.Physics;

/// <summary>
/// A quantity that wanders around zero and remembers where it was: weather, haze, the slow error of a sensor. An
/// Ornstein-Uhlenbeck process with its exact step, so that a report every ten seconds and one every half hour follow the same law.
/// </summary>
/// <param name="deviation">Standard deviation in the long run.</param>
/// <param name="memory">After this time about a third of a departure from zero is left.</param>
internal sealed class Drift(SeededRandom random, double deviation, TimeSpan memory)
{
    private DateTimeOffset? _lastAt;
    private double _value;

    /// <summary>The value at <paramref name="at"/>. Time only runs forward; an earlier moment gives the last value again.</summary>
    public double At(DateTimeOffset at)
    {
        if (_lastAt is not { } last)
        {
            _value = deviation * random.Normal();
        }
        else if (at > last)
        {
            var kept = Math.Exp(-((at - last) / memory));
            _value = (_value * kept) + (deviation * Math.Sqrt(1 - (kept * kept)) * random.Normal());
        }
        else
        {
            return _value;
        }

        _lastAt = at;
        return _value;
    }
}
