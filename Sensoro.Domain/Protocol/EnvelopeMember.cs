namespace Sensoro.Domain.Protocol;

/// <summary>The members of a push body that mean something; the rest is left alone.</summary>
internal enum EnvelopeMember
{
    Unknown,
    AppId,
    Sn,
    TaskId,
    Type,
    DeviceType,
    CreatedTime,
    MsgId,
    Content,
    EncryptData,
    ResultCode,
    ResultData,
}
