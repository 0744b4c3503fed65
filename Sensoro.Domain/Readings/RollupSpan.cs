namespace Sensoro.Domain.Readings;

/// <summary>The stretches of the clock that readings are rolled up by.</summary>
public enum RollupSpan
{
    Hour,

    /// <summary>A day of UTC.</summary>
    Day,
}
