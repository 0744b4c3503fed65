using System.Text;
using Sensoro.Domain.Protocol;

namespace Sensoro.Dashboard.Tests.Protocol;

public sealed class PushEnvelopeTests
{
    [Theory]
    [InlineData("""{"sn":"A1","type":"text","data":{}}""", PushKind.Sensor)]
    [InlineData("""{"sn":"A1","data":{}}""", PushKind.Sensor)]
    [InlineData("""{"sn":"A1","type":"","data":{}}""", PushKind.Sensor)]
    [InlineData("""{"sn":"A1","type":null,"data":{}}""", PushKind.Sensor)]
    [InlineData("""{"sn":"A1","taskId":5,"data":{}}""", PushKind.Sensor)]
    [InlineData("""{"sn":"A1","type":"text","encryptData":"AAAA"}""", PushKind.Sensor)]
    [InlineData("""{"sn":"A1","type":"text","data":"x","encryptData":"AAAA"}""", PushKind.Sensor)]
    [InlineData("""{"type":"event","taskId":123}""", PushKind.Task)]
    [InlineData("""{"type":"event","taskId":"123","sn":"A1"}""", PushKind.Task)]
    [InlineData("""{"taskId":123,"resultCode":0}""", PushKind.Task)]
    [InlineData("""{"type":"event","sn":"A1"}""", PushKind.Other)]
    [InlineData("""{"type":"deviceOnline"}""", PushKind.Other)]
    [InlineData("""{"type":"TEXT","sn":"A1"}""", PushKind.Other)]
    [InlineData("""{"type":7,"data":[]}""", PushKind.Other)]
    public void TryReadEnvelope_OfAPush_TellsItsKind(string body, PushKind kind) => Assert.Equal(kind, ReadingOf.Envelope(body).Kind);

    [Theory]
    [InlineData("""{"type":"text","data":{}}""", "no_sn")]
    [InlineData("""{"type":"text","sn":"  ","data":{}}""", "no_sn")]
    [InlineData("""{"type":"text","sn":{},"data":{}}""", "no_sn")]
    [InlineData("""{"type":"text","taskId":5,"data":{}}""", "no_sn")]
    [InlineData("{}", "no_sn")]
    [InlineData("""{"type":"text","sn":"A1"}""", "no_data")]
    [InlineData("""{"type":"text","sn":"A1","data":null}""", "no_data")]
    [InlineData("""{"type":"text","sn":"A1","data":null,"encryptData":""}""", "no_data")]
    [InlineData("""{"type":"text","sn":"A1","encryptData":null}""", "no_data")]
    [InlineData("""{"type":"text","sn":"A1","data":{},"data":null}""", "no_data")]
    [InlineData("""{"type":"text","sn":"A1","data":"x"}""", "data_not_object")]
    [InlineData("""{"type":"text","sn":"A1","data":[]}""", "data_not_object")]
    [InlineData("""{"type":"text","sn":"A1","data":0}""", "data_not_object")]
    [InlineData("""{"type":"event"}""", "no_task_id")]
    [InlineData("""{"type":"event","taskId":""}""", "no_task_id")]
    [InlineData("""{"type":"event","taskId":null}""", "no_task_id")]
    [InlineData("""{"type":"text","sn":"A1","data":{},"encryptData":5}""", "encrypt_data_not_text")]
    [InlineData("""{"type":"text","sn":"A1","data":{},"encryptData":{}}""", "encrypt_data_not_text")]
    [InlineData("""{"appId":{},"type":"text","sn":"A1","data":{}}""", "app_id_mismatch")]
    public void TryReadEnvelope_OfAnObjectThatIsNoPush_SaysWhatIsMissing(string body, string detail) =>
        Assert.Equal(new ProtocolError(ProtocolErrorKind.EnvelopeInvalid, detail), ReadingOf.Error(body));

    [Theory]
    [InlineData("", ProtocolErrorKind.BodyEmpty)]
    [InlineData(" ", ProtocolErrorKind.BodyNotJson)]
    [InlineData("hello", ProtocolErrorKind.BodyNotJson)]
    [InlineData("sn=1&data=2", ProtocolErrorKind.BodyNotJson)]
    [InlineData("""{"sn":"A1" """, ProtocolErrorKind.BodyNotJson)]
    [InlineData("""{"sn":"A1",}""", ProtocolErrorKind.BodyNotJson)]
    [InlineData("""{"sn":"A1"}x""", ProtocolErrorKind.BodyNotJson)]
    [InlineData("""{"sn":"A1"}{"sn":"A2"}""", ProtocolErrorKind.BodyNotJson)]
    [InlineData("""{"data":{"temperature":NaN}}""", ProtocolErrorKind.BodyNotJson)]
    [InlineData("""{/* no comments */}""", ProtocolErrorKind.BodyNotJson)]
    [InlineData("[] x", ProtocolErrorKind.BodyNotJson)]
    [InlineData("[]", ProtocolErrorKind.BodyNotObject)]
    [InlineData("\"text\"", ProtocolErrorKind.BodyNotObject)]
    [InlineData("null", ProtocolErrorKind.BodyNotObject)]
    [InlineData("12", ProtocolErrorKind.BodyNotObject)]
    public void TryReadEnvelope_OfABodyThatIsNoJsonObject_SaysWhy(string body, ProtocolErrorKind kind) =>
        Assert.Equal(kind, ReadingOf.Error(body).Kind);

    [Fact]
    public void TryReadEnvelope_OfAFullPush_ReadsEveryMember()
    {
        var envelope = ReadingOf.Envelope(
            """{"appId":"zGA3","sn":"10610117C5A9D0AA","type":"text","deviceType":"\u8282\u70b9","createdTime":1759999996000,"msgId":4100200304,"data":{}}""");

        Assert.Equal("zGA3", envelope.AppId);
        Assert.Equal("10610117C5A9D0AA", envelope.Sn);
        Assert.Equal("text", envelope.Type);
        Assert.Equal("节点", envelope.DeviceType);
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1759999996000), envelope.CreatedAt);
        Assert.Equal("4100200304", envelope.MsgId);
        Assert.Null(envelope.TaskId);
        Assert.False(envelope.IsEncrypted);
    }

    [Theory]
    [InlineData("9007199254740993", "9007199254740993")]
    [InlineData("123456789012345678901234567890", "123456789012345678901234567890")]
    [InlineData("\"4100999888777666555\"", "4100999888777666555")]
    [InlineData("\"59f14b9f92695c96b61f875f\"", "59f14b9f92695c96b61f875f")]
    [InlineData("0", "0")]
    [InlineData("1.0", "1.0")]
    [InlineData("\"\"", null)]
    [InlineData("null", null)]
    [InlineData("[1]", null)]
    public void TryReadEnvelope_OfMsgIdAndTaskId_KeepsTheExactDigits(string json, string? expected)
    {
        var envelope = ReadingOf.Envelope($$"""{"type":"other","msgId":{{json}},"taskId":{{json}}}""");

        Assert.Equal(expected, envelope.MsgId);
        Assert.Equal(expected, envelope.TaskId);
    }

    [Fact]
    public void TryReadEnvelope_OfANumericSn_KeepsItsDigits() => Assert.Equal("0", ReadingOf.Envelope("""{"sn":0,"data":{}}""").Sn);

    [Fact]
    public void TryReadEnvelope_OfASnWithSpaces_KeepsThem() => Assert.Equal(" A1 ", ReadingOf.Envelope("""{"sn":" A1 ","data":{}}""").Sn);

    [Fact]
    public void TryReadEnvelope_OfEscapedBase64_RemovesTheEscapes()
    {
        var envelope = ReadingOf.Envelope("""{"sn":"A1","encryptData":"a\/b\u002Bc="}""");

        Assert.True(envelope.IsEncrypted);
        Assert.Equal("a/b+c=", Encoding.UTF8.GetString(envelope.EncryptData.Span));
    }

    [Fact]
    public void TryReadEnvelope_OfDuplicateMembers_TakesTheLast()
    {
        var envelope = ReadingOf.Envelope("""{"sn":"A1","msgId":1,"sn":"A2","data":[],"msgId":null,"data":{}}""");

        Assert.Equal("A2", envelope.Sn);
        Assert.Null(envelope.MsgId);
    }

    [Fact]
    public void TryReadEnvelope_OfMembersInsideUnknownObjects_LeavesThemAlone()
    {
        var envelope = ReadingOf.Envelope("""{"extra":{"sn":"B9","type":"event"},"sn":"A1","list":[{"msgId":5}],"data":{"sn":"C3"}}""");

        Assert.Equal("A1", envelope.Sn);
        Assert.Null(envelope.MsgId);
    }

    [Fact]
    public void TryReadEnvelope_OfMemberNamesInOtherCase_DoesNotKnowThem() =>
        Assert.Equal("no_sn", ReadingOf.Error("""{"SN":"A1","data":{}}""").Detail);

    [Fact]
    public void ReadPush_OfAnotherType_IsKeptAsOther()
    {
        var push = ReadingOf.Plain("""{"type":"deviceOnline","sn":"A1","msgId":7}""");

        Assert.IsType<OtherPush>(push);
        Assert.Equal("A1", push.Envelope.Sn);
    }
}
