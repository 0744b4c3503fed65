using System.Runtime.InteropServices;

namespace Sensoro.Domain.Protocol;

/// <summary>The members of one body as found, and the rules that make a push of them.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct EnvelopeMembers
{
    private const string SensorType = "text";
    private const string TaskType = "event";

    public EnvelopeMembers()
    {
    }

    public string? AppId { get; set; }

    public bool AppIdIsText { get; set; } = true;

    public string? Sn { get; set; }

    public string? TaskId { get; set; }

    public string? Type { get; set; }

    public string? DeviceType { get; set; }

    public string? MsgId { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public ReadOnlyMemory<byte> Content { get; set; }

    public ReadOnlyMemory<byte> EncryptData { get; set; }

    public bool EncryptDataIsText { get; set; } = true;

    public ReadOnlyMemory<byte> ResultCode { get; set; }

    public ReadOnlyMemory<byte> ResultData { get; set; }

    private readonly bool HasSn => !string.IsNullOrWhiteSpace(Sn);

    private readonly bool HasTaskId => !string.IsNullOrEmpty(TaskId);

    public readonly ProtocolError TryBuild(out PushEnvelope? envelope)
    {
        envelope = null;
        if (!AppIdIsText)
        {
            return ProtocolError.Envelope("app_id_mismatch");
        }

        if (!EncryptDataIsText)
        {
            return ProtocolError.Envelope("encrypt_data_not_text");
        }

        if (Classify(out var kind) is { } detail)
        {
            return ProtocolError.Envelope(detail);
        }

        envelope = Build(kind);
        return ProtocolError.None;
    }

    /// <summary>Null, or what is missing. SENSORO demands more fields than it sends; only what the content cannot do without counts.</summary>
    private readonly string? Classify(out PushKind kind)
    {
        kind = PushKind.Other;
        return Type switch
        {
            TaskType => ClassifyTask(out kind),
            SensorType => ClassifySensor(out kind),
            null or "" when HasTaskId && !HasSn => ClassifyTask(out kind),
            null or "" => ClassifySensor(out kind),
            _ => null,
        };
    }

    private readonly string? ClassifyTask(out PushKind kind)
    {
        kind = HasTaskId ? PushKind.Task : PushKind.Other;
        return HasTaskId || HasSn ? null : "no_task_id";
    }

    private readonly string? ClassifySensor(out PushKind kind)
    {
        kind = PushKind.Sensor;
        if (!HasSn)
        {
            return "no_sn";
        }

        if (!EncryptData.IsEmpty)
        {
            return null;
        }

        if (Content.IsEmpty)
        {
            return "no_data";
        }

        return Content.Span[0] == '{' ? null : "data_not_object";
    }

    private readonly PushEnvelope Build(PushKind kind) => new()
    {
        Kind = kind,
        AppId = AppId,
        Type = Type,
        DeviceType = DeviceType,
        Sn = HasSn ? Sn : null,
        TaskId = HasTaskId ? TaskId : null,
        MsgId = string.IsNullOrEmpty(MsgId) ? null : MsgId,
        CreatedAt = CreatedAt,
        EncryptData = EncryptData,
        Content = Content,
        ResultCode = ResultCode,
        ResultData = ResultData,
    };
}
