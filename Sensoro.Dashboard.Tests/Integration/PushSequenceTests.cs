using System.Text.Json;
using Sensoro.Dashboard.Tests.Vectors;

namespace Sensoro.Dashboard.Tests.Integration;

/// <summary>Pushes in order against one receiver: what is acknowledged, and how much is kept in the end.</summary>
public sealed class PushSequenceTests
{
    public static TheoryData<string> Every => PushSequence.Cases();

    [Theory]
    [MemberData(nameof(Every))]
    public async Task Webhook_ForSequence_KeepsEachPushOnce(string id)
    {
        var sequence = PushSequence.All.Single(candidate => candidate.Id == id);
        var clock = new StoppedClock(DateTimeOffset.UnixEpoch);
        await using var receiver = VectorReceivers.Start(sequence.PublicUrl, clock, sequence.Profile);

        foreach (var step in sequence.Steps)
        {
            clock.Set(DateTimeOffset.FromUnixTimeMilliseconds(step.Now));
            var before = receiver.Log.LastId;
            var answer = await VectorReceivers.SendAsync(receiver, step.Request);
            Assert.Equal(step.Http, answer.StatusClass);
            Assert.Equal(step.Stored, receiver.Log.LastId > before);
        }

        var messages = await receiver.ApiAsync("/api/v1/messages?limit=1000");
        Assert.Equal((sequence.Final.Readings, sequence.Final.TaskResults), (Count(messages, "sensor"), Count(messages, "task")));
        Assert.Equal(sequence.Steps.Count(step => step.Stored), messages.GetProperty("items").GetArrayLength());
        Assert.Equal(sequence.Steps.Count, messages.GetProperty("items").EnumerateArray().Sum(message => message.GetProperty("deliveries").GetInt32()));
        await receiver.WaitForFoldedAsync();
        Assert.Equal(sequence.Final.TaskResults, (await receiver.ApiAsync("/api/v1/tasks")).GetProperty("total").GetInt32());
    }

    private static int Count(JsonElement messages, string kind) =>
        messages.GetProperty("items").EnumerateArray().Count(message => message.GetProperty("kind").GetString() == kind);
}
