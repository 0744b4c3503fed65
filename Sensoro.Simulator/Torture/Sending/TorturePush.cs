namespace Sensoro.Simulator.Torture.Sending;

/// <summary>One push as its sender knows it.</summary>
/// <param name="Number">Its place in the run; also the value it reports.</param>
/// <param name="Intent">What its requests are made to meet, every time.</param>
/// <param name="CreatedAt">Report time, Unix milliseconds; no two pushes of a device share one.</param>
/// <param name="TextHash">Hash of what a reader is to be shown: the body, or what was encrypted in it.</param>
internal sealed record TorturePush(long Number, PushIntent Intent, PushIdentity Identity, long CreatedAt, long TextHash)
{
    /// <summary>What is posted; empty when the push was read back from a history.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }
}
