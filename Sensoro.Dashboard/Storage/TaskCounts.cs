namespace Sensoro.Dashboard.Storage;

/// <param name="Total">Results since the asked time.</param>
/// <param name="Failed">Of these, the ones that are not a success.</param>
/// <param name="NotLinked">Results of any time without a device.</param>
public sealed record TaskCounts(int Total, int Failed, int NotLinked);
