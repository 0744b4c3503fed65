namespace Sensoro.Domain.Protocol;

/// <summary>
/// The readable outside of a push: who, what and when. In safe mode this is all there is without the key. Its byte slices point into
/// the body it was read from and are good only as long as that buffer is.
/// </summary>
public sealed record PushEnvelope
{
    public required PushKind Kind { get; init; }

    /// <summary>The sender's claim; the signature's application must be the same one.</summary>
    public string? AppId { get; init; }

    public string? Type { get; init; }

    public string? DeviceType { get; init; }

    /// <summary>As sent; null when blank. Never null in a <see cref="PushKind.Sensor"/> push.</summary>
    public string? Sn { get; init; }

    /// <summary>Exact digits or text. Never null in a <see cref="PushKind.Task"/> push.</summary>
    public string? TaskId { get; init; }

    /// <summary>Exact digits or text: the numbers exceed what a double or even a long can hold.</summary>
    public string? MsgId { get; init; }

    /// <summary>When the device or the platform made the push; null when absent or unreadable.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>The content is in <see cref="EncryptData"/>; a plain <c>data</c> beside it does not count.</summary>
    public bool IsEncrypted => !EncryptData.IsEmpty;

    /// <summary>The base64 text of the secret part, JSON escapes removed; empty in plain mode.</summary>
    public ReadOnlyMemory<byte> EncryptData { get; init; }

    /// <summary>The raw JSON of <c>data</c>; empty when absent or null.</summary>
    internal ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>The raw JSON of <c>resultCode</c>; empty when absent or null.</summary>
    internal ReadOnlyMemory<byte> ResultCode { get; init; }

    /// <summary>The raw JSON of <c>resultData</c>; empty when absent or null.</summary>
    internal ReadOnlyMemory<byte> ResultData { get; init; }
}
