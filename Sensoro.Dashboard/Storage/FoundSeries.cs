using Sensoro.Domain.Readings;

namespace Sensoro.Dashboard.Storage;

/// <summary>A series of a request that the database knows, and how much of it lies in the range.</summary>
internal sealed record FoundSeries(SeriesKey Key, SeriesIdentity Identity, SeriesExtent Extent);
