namespace Sensoro.Dashboard.Api;

/// <param name="From">Start of the span.</param>
/// <param name="To">Its end, now.</param>
/// <param name="Received">Reports that came.</param>
/// <param name="Expected">Reports that the device's interval makes of the span, from its first report on; 0 when it never told one.</param>
/// <param name="Share">Received of expected, at most 1; null when none was expected.</param>
public sealed record ReliabilityResource(DateTimeOffset From, DateTimeOffset To, int Received, int Expected, double? Share);
