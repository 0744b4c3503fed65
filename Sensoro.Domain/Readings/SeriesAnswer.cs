namespace Sensoro.Domain.Readings;

/// <summary>The series that were asked for, or why they cannot be told.</summary>
/// <param name="Series">In the order of the request, without those of unknown devices; none when there is a fault.</param>
/// <param name="Fault">What is wrong with the request.</param>
public sealed record SeriesAnswer(IReadOnlyList<ReadingSeries> Series, SeriesFault Fault = SeriesFault.None)
{
    /// <summary>The finest resolution of equal buckets that would do instead; null when there is no fault or none helps.</summary>
    public Resolution? Instead { get; init; }

    public static SeriesAnswer Refuse(SeriesFault fault, Resolution? instead = null) => new([], fault) { Instead = instead };
}
