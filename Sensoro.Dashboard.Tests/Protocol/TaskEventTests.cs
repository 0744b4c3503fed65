using System.Text;
using Sensoro.Domain.Protocol;

namespace Sensoro.Dashboard.Tests.Protocol;

public sealed class TaskEventTests
{
    [Fact]
    public void ReadPush_OfATaskEventWithoutSn_IsRead()
    {
        var task = ReadingOf.Task("""{"appId":"a","taskId":123,"type":"event","resultCode":0,"resultData":{}}""");

        Assert.Equal("123", task.TaskId);
        Assert.Equal("0", task.ResultCode);
        Assert.True(task.Success);
        Assert.Equal("{}", task.ResultData);
        Assert.Null(task.Envelope.Sn);
    }

    [Theory]
    [InlineData("0", "0", true)]
    [InlineData("0.0", "0.0", true)]
    [InlineData("\"0\"", "0", true)]
    [InlineData("\"00\"", "00", true)]
    [InlineData("1", "1", false)]
    [InlineData("-1", "-1", false)]
    [InlineData("2.5", "2.5", false)]
    [InlineData("1e400", "1e400", false)]
    [InlineData("\"1\"", "1", false)]
    [InlineData("\"\"", "", false)]
    [InlineData("\"-\"", "-", false)]
    [InlineData("\"0x0\"", "0x0", false)]
    [InlineData("\"ok\"", "ok", false)]
    [InlineData("false", "false", false)]
    [InlineData("{\"code\":0}", "{\"code\":0}", false)]
    [InlineData("null", null, null)]
    public void ReadPush_OfAResultCode_SucceedsOnlyOnZero(string json, string? code, bool? success)
    {
        var task = ReadingOf.Task($$"""{"taskId":5,"type":"event","resultCode":{{json}}}""");

        Assert.Equal(code, task.ResultCode);
        Assert.Equal(success, task.Success);
    }

    [Fact]
    public void ReadPush_WithoutResult_KnowsNothing()
    {
        var task = ReadingOf.Task("""{"taskId":5,"type":"event","resultData":null}""");

        Assert.Null(task.ResultCode);
        Assert.Null(task.Success);
        Assert.Null(task.ResultData);
    }

    [Theory]
    [InlineData("""{"taskId":5,"type":"event","data":{"resultCode":1,"resultData":{"reason": "timeout"}}}""")]
    [InlineData("""{"taskId":5,"type":"event","resultCode":1,"data":{"resultCode":0,"resultData":{"reason": "timeout"}}}""")]
    [InlineData("""{"taskId":5,"type":"event","resultCode":1,"resultData":{"reason": "timeout"},"data":[]}""")]
    public void ReadPush_OfAPlainResult_FindsItOnTheEnvelopeOrInData(string body)
    {
        var task = ReadingOf.Task(body);

        Assert.Equal("1", task.ResultCode);
        Assert.Equal("""{"reason": "timeout"}""", task.ResultData);
    }

    [Theory]
    [InlineData("""{"resultCode":1,"resultData":{"reason":"timeout"}}""")]
    [InlineData("""{"data":{"resultCode":1,"resultData":{"reason":"timeout"}}}""")]
    [InlineData("""{"resultCode":1,"data":{"resultCode":0,"resultData":{"reason":"timeout"}}}""")]
    public void ReadPush_OfASecretResult_FindsItInsideOrOneLevelDown(string content)
    {
        var task = ReadSecret("""{"taskId":5,"type":"event","resultCode":0,"encryptData":"eA=="}""", content);

        Assert.Equal("1", task.ResultCode);
        Assert.False(task.Success);
        Assert.Equal("""{"reason":"timeout"}""", task.ResultData);
    }

    [Fact]
    public void ReadPush_OfASecretPartWithoutResult_FallsBackToTheEnvelope()
    {
        var task = ReadSecret("""{"taskId":5,"type":"event","resultCode":0,"encryptData":"eA=="}""", """{"note":"x"}""");

        Assert.True(task.Success);
    }

    private static TaskEvent ReadSecret(string body, string content) =>
        Assert.IsType<TaskEvent>(PushParser.ReadPush(ReadingOf.Envelope(body), Encoding.UTF8.GetBytes(content)));
}
