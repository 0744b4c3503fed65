using System.Text.Json;

namespace Sensoro.Domain.Protocol;

/// <summary>One pass over a push body: picks out the envelope, checks everything else on the way. The last of duplicate members wins.</summary>
internal ref struct EnvelopeReader(ReadOnlyMemory<byte> body)
{
    private StrictJsonReader _json = new(body.Span);
    private EnvelopeMembers _members = new();

    public ProtocolError Read(out PushEnvelope? envelope)
    {
        envelope = null;
        var isObject = _json.Read() && _json.TokenType == JsonTokenType.StartObject;
        while (isObject && _json.Read() && _json.TokenType == JsonTokenType.PropertyName)
        {
            ReadMember(Identify(in _json.Token));
        }

        return _json.ReadToEnd() switch
        {
            JsonFault.Malformed => new ProtocolError(ProtocolErrorKind.BodyNotJson, "not_json"),
            JsonFault.LoneSurrogate => new ProtocolError(ProtocolErrorKind.BodyNotJson, "lone_surrogate"),
            JsonFault.TooDeep => new ProtocolError(ProtocolErrorKind.BodyTooDeep, "too_deep"),
            _ when !isObject => new ProtocolError(ProtocolErrorKind.BodyNotObject, "not_object"),
            _ => _members.TryBuild(out envelope),
        };
    }

    private static EnvelopeMember Identify(ref readonly Utf8JsonReader name)
    {
        if (name.ValueTextEquals("appId"u8))
        {
            return EnvelopeMember.AppId;
        }

        if (name.ValueTextEquals("sn"u8))
        {
            return EnvelopeMember.Sn;
        }

        if (name.ValueTextEquals("type"u8))
        {
            return EnvelopeMember.Type;
        }

        if (name.ValueTextEquals("deviceType"u8))
        {
            return EnvelopeMember.DeviceType;
        }

        if (name.ValueTextEquals("createdTime"u8))
        {
            return EnvelopeMember.CreatedTime;
        }

        if (name.ValueTextEquals("msgId"u8))
        {
            return EnvelopeMember.MsgId;
        }

        return IdentifyContent(in name);
    }

    private static EnvelopeMember IdentifyContent(ref readonly Utf8JsonReader name)
    {
        if (name.ValueTextEquals("data"u8))
        {
            return EnvelopeMember.Content;
        }

        if (name.ValueTextEquals("encryptData"u8))
        {
            return EnvelopeMember.EncryptData;
        }

        if (name.ValueTextEquals("taskId"u8))
        {
            return EnvelopeMember.TaskId;
        }

        if (name.ValueTextEquals("resultCode"u8))
        {
            return EnvelopeMember.ResultCode;
        }

        return name.ValueTextEquals("resultData"u8) ? EnvelopeMember.ResultData : EnvelopeMember.Unknown;
    }

    private void ReadMember(EnvelopeMember member)
    {
        if (!_json.Read())
        {
            return;
        }

        switch (member)
        {
            case EnvelopeMember.Content:
                _members.Content = RawValue();
                break;
            case EnvelopeMember.ResultCode:
                _members.ResultCode = RawValue();
                break;
            case EnvelopeMember.ResultData:
                _members.ResultData = RawValue();
                break;
            case EnvelopeMember.EncryptData:
                _members.EncryptDataIsText = _json.TokenType is JsonTokenType.String or JsonTokenType.Null;
                _members.EncryptData = _json.TokenType == JsonTokenType.String ? Unescaped(in _json.Token) : default;
                break;
            default:
                ReadScalar(member, in _json.Token);
                break;
        }

        _json.Skip();
    }

    private void ReadScalar(EnvelopeMember member, ref readonly Utf8JsonReader value)
    {
        switch (member)
        {
            case EnvelopeMember.AppId:
                _members.AppIdIsText = value.TokenType is JsonTokenType.String or JsonTokenType.Number or JsonTokenType.Null;
                _members.AppId = JsonScalar.Text(in value);
                break;
            case EnvelopeMember.Sn:
                _members.Sn = JsonScalar.Text(in value);
                break;
            case EnvelopeMember.TaskId:
                _members.TaskId = JsonScalar.Text(in value);
                break;
            case EnvelopeMember.Type:
                _members.Type = JsonScalar.Text(in value);
                break;
            case EnvelopeMember.DeviceType:
                _members.DeviceType = JsonScalar.Text(in value);
                break;
            case EnvelopeMember.MsgId:
                _members.MsgId = JsonScalar.Text(in value);
                break;
            case EnvelopeMember.CreatedTime:
                _members.CreatedAt = CreatedTime.Read(in value);
                break;
            default:
                break; // a member without meaning
        }
    }

    private ReadOnlyMemory<byte> RawValue()
    {
        var start = (int)_json.Token.TokenStartIndex;
        var isNull = _json.TokenType == JsonTokenType.Null;
        _json.Skip();
        return isNull ? default : body[start..(int)_json.Token.BytesConsumed];
    }

    private readonly ReadOnlyMemory<byte> Unescaped(ref readonly Utf8JsonReader value)
    {
        if (!value.ValueIsEscaped)
        {
            return body.Slice((int)value.TokenStartIndex + 1, value.ValueSpan.Length);
        }

        var text = new byte[value.ValueSpan.Length];
        return text.AsMemory(0, value.CopyString(text));
    }
}
