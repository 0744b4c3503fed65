namespace Sensoro.Dashboard.Api;

/// <summary>Counters since the program started: received = stored + duplicates + quarantined + rejected; a conflict counts as stored.</summary>
/// <param name="Received">Requests at the webhook.</param>
/// <param name="Stored">New messages in the log.</param>
/// <param name="Duplicates">Pushes delivered before.</param>
/// <param name="Conflicts">Stored messages whose identity another message has.</param>
/// <param name="Quarantined">Refused deliveries that were kept raw.</param>
/// <param name="InQuarantine">Pushes that are kept now, also from before the start.</param>
/// <param name="Rejected">Refused pushes that were not kept, by reason.</param>
/// <param name="QueueDepth">Pushes waiting for their commit.</param>
/// <param name="LastMessageId">The newest message in the log.</param>
/// <param name="FoldedMessageId">The newest message that the state includes.</param>
/// <param name="Lag">Messages stored and not yet part of the state.</param>
/// <param name="LagSeconds">Age of the oldest of them; 0 when there is none.</param>
public sealed record StatsResource(
    long Received,
    long Stored,
    long Duplicates,
    long Conflicts,
    long Quarantined,
    long InQuarantine,
    IReadOnlyDictionary<string, long> Rejected,
    int QueueDepth,
    long LastMessageId,
    long FoldedMessageId,
    long Lag,
    double LagSeconds);
