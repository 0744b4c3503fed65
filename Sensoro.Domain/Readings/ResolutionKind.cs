namespace Sensoro.Domain.Readings;

/// <summary>How finely a series is told.</summary>
public enum ResolutionKind
{
    /// <summary>Reading by reading.</summary>
    Raw,

    /// <summary>Buckets of one width, counted from the Unix epoch.</summary>
    Fixed,

    /// <summary>Days of a time zone; those of a clock change are shorter or longer.</summary>
    Day,

    /// <summary>Calendar months of a time zone.</summary>
    Month,
}
