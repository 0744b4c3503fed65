namespace Sensoro.Simulator.Physics;

/// <summary>
/// Chance that repeats itself: one seed gives the same numbers on every machine and every runtime, so a run can be played again.
/// The generator is SplitMix64 (Steele, Lea, Flood 2014): tiny, and more than good enough for weather.
/// </summary>
internal sealed class SeededRandom(ulong seed)
{
    private const ulong Step = 0x9E3779B97F4A7C15;

    private readonly ulong _seed = seed;
    private ulong _state = seed;

    /// <summary>
    /// A generator of its own for one part of the fleet. It depends on the seed and the key alone, so what one part draws never
    /// changes what another part sees.
    /// </summary>
    public SeededRandom Branch(ulong key) => new(Mix(_seed ^ Mix(key + Step)));

    public ulong Bits()
    {
        _state += Step;
        return Mix(_state);
    }

    /// <summary>Evenly from 0 (included) to 1 (excluded).</summary>
    public double Unit() => (Bits() >> 11) * (1.0 / (1UL << 53));

    public double Between(double low, double high) => low + ((high - low) * Unit());

    public TimeSpan Between(TimeSpan low, TimeSpan high) => low + ((high - low) * Unit());

    /// <summary>Evenly from 0 to <paramref name="count"/> − 1.</summary>
    public int Below(int count) => (int)(Unit() * count);

    public bool Chance(double probability) => Unit() < probability;

    public bool Percent(double percent) => Chance(percent / 100);

    public T Pick<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    /// <summary>Normal distribution, mean 0, deviation 1 (Box and Muller).</summary>
    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - Unit())) * Math.Cos(2 * Math.PI * Unit());

    /// <summary>The time until the next of events that happen independently of each other, <paramref name="mean"/> apart on average.</summary>
    public TimeSpan Waiting(TimeSpan mean) => mean * -Math.Log(1 - Unit());

    public void Shuffle<T>(IList<T> items)
    {
        for (var last = items.Count - 1; last > 0; last--)
        {
            var other = Below(last + 1);
            (items[last], items[other]) = (items[other], items[last]);
        }
    }

    private static ulong Mix(ulong bits)
    {
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }
}
