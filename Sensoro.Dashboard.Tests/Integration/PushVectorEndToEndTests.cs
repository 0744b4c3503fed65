using Sensoro.Dashboard.Tests.Vectors;
using Sensoro.Domain.Protocol;

namespace Sensoro.Dashboard.Tests.Integration;

/// <summary>Every vector through the real door, and what the read API says afterwards.</summary>
public sealed class PushVectorEndToEndTests(VectorReceivers receivers) : IClassFixture<VectorReceivers>
{
    public static TheoryData<string> Every => VectorFile.Cases(_ => true);

    [Theory]
    [MemberData(nameof(Every))]
    public async Task Webhook_ForVector_AnswersAndStoresWhatItDemands(string id)
    {
        var vector = VectorFile.Find(id);
        var receiver = receivers.For(vector);
        var before = receiver.Log.LastId;

        var answer = await VectorReceivers.SendAsync(receiver, vector.Request);

        Assert.Contains(answer.StatusClass, vector.Expect.Http.Split('|'), StringComparer.Ordinal);
        AssertRevealsNothing(vector, answer);
        var stored = await receiver.ApiAsync($"/api/v1/messages?after={before}");
        if (answer.StatusClass == "2xx")
        {
            Assert.Equal("""{"messages":"success"}""", answer.Body);
            StoredPush.AssertIs(vector, Assert.Single(stored.GetProperty("items").EnumerateArray()));
        }
        else
        {
            Assert.Equal(0, stored.GetProperty("items").GetArrayLength());
            Assert.Contains("application/problem+json", answer.Head, StringComparison.Ordinal);
            AssertNamesAnAllowedReason(vector, answer.Reason ?? "");
        }
    }

    private static void AssertRevealsNothing(PushVector vector, WireResponse answer)
    {
        Assert.DoesNotContain(vector.Profile.AppSecret, answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(vector.Profile.AppKey, answer.Body, StringComparison.Ordinal);
        var rightSignature = PushSignature.Sign(
            vector.Profile.AppSecret, vector.Request.Header("X-ACCESS-NONCE") ?? "", vector.Request.Method, vector.PublicUrl, vector.Request.ReadBody());
        Assert.DoesNotContain(rightSignature, answer.Body, StringComparison.Ordinal);
    }

    /// <summary>Our door says body_invalid for every fault of the JSON itself.</summary>
    private static void AssertNamesAnAllowedReason(PushVector vector, string reason)
    {
        var allowed = vector.Expect.AllowedErrors.Select(error => error.StartsWith("body_", StringComparison.Ordinal) && error != "body_too_large" ? "body_invalid" : error);
        Assert.Contains(reason, allowed, StringComparer.Ordinal);
    }
}
