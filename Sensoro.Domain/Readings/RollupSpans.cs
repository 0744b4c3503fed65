namespace Sensoro.Domain.Readings;

/// <summary>The arithmetic of roll-ups. Times are Unix milliseconds.</summary>
public static class RollupSpans
{
    public const long Hour = 3_600_000;
    public const long Day = 86_400_000;

    public static long Length(this RollupSpan span) => span switch
    {
        RollupSpan.Hour => Hour,
        RollupSpan.Day => Day,
    };

    /// <summary>Start of the span that a time lies in, also before 1970.</summary>
    public static long StartOf(this RollupSpan span, long at)
    {
        var length = span.Length();
        var into = at % length;
        return at - (into < 0 ? into + length : into);
    }
}
