namespace Sensoro.Domain.Ledger;

/// <summary>A push that this program could not take at first, and that was saved by a repeat.</summary>
/// <param name="Sn">Its device; null when it names none.</param>
/// <param name="MessageId">The message that holds it now.</param>
/// <param name="FailedDeliveries">Deliveries that had been answered 503.</param>
/// <param name="StoredAt">When a repeat was stored.</param>
public sealed record NearLoss(string? Sn, long MessageId, int FailedDeliveries, DateTimeOffset StoredAt)
{
    /// <summary>SENSORO delivers once and repeats three times.</summary>
    public const int MostDeliveries = 4;

    /// <summary>It was saved by the last delivery there is: one more failure, and it would have been lost for ever.</summary>
    public bool WasLastChance => FailedDeliveries >= MostDeliveries - 1;
}
