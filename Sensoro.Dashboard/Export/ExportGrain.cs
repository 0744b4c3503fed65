namespace Sensoro.Dashboard.Export;

/// <summary>How finely readings are exported.</summary>
public enum ExportGrain
{
    /// <summary>Reading by reading.</summary>
    Raw,
    FiveMinutes,
    Hour,

    /// <summary>Days of the chosen zone.</summary>
    Day,

    /// <summary>Calendar months of the chosen zone.</summary>
    Month,
}
