using System.Net;
using Sensoro.Dashboard.Tests.Integration;

namespace Sensoro.Dashboard.Tests.Webhook;

public sealed class WebhookAnswerTests(DashboardFactory dashboard) : IClassFixture<DashboardFactory>
{
    [Fact]
    public async Task Webhook_ForANewPush_AnswersSuccess()
    {
        using var answer = await dashboard.SendSignedPushAsync(PushBody.Sensor("ANSWER01", 1, dashboard.Now(), """{"temperature":21.5}"""));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("""{"messages":"success"}""", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        await dashboard.WaitForFoldedAsync();
        var x = await dashboard.ApiAsync("/api/v1/devices/ANSWER01");
        Assert.Equal(21.5, x.GetProperty("latest").GetProperty("temperature").GetProperty("value").GetDouble());
    }
}
