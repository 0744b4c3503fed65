using Microsoft.Extensions.DependencyInjection;
using Sensoro.Dashboard.Security;
using Sensoro.Dashboard.TestPushes;
using Sensoro.Dashboard.Tests.Integration;
using Sensoro.Dashboard.Tests.Security;
using Sensoro.Dashboard.Tests.Simulator.Delivery;

namespace Sensoro.Dashboard.Tests.TestPushes;

/// <summary>A test push from signing to the pages, on a real port, and everything that can stand in its way.</summary>
public sealed class TestPushSenderTests(DashboardFactory dashboard) : IClassFixture<DashboardFactory>
{
    private const string Registered = "https://dashboard.example.com/webhook";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Send_ThroughTheRegisteredAddress_PassesEveryStep()
    {
        var port = FreePort.Find();
        await using var own = new DashboardFactory(new DashboardSettings { PushServices = [], Port = port, WebhookUrl = $"http://127.0.0.1:{port}/webhook" });
        _ = own.Address;
        own.Services.GetRequiredService<StoredApplications>().Add(SecurityStage.North);

        var checks = await SendAsync(own, PushService.North.AppId, Sender(own).Targets[0]);

        Assert.Equal(Enum.GetValues<TestPushStep>(), checks.Select(check => check.Step));
        Assert.All(checks, check => Assert.True(check.HasPassed));
        Assert.True(checks[0].IsEncrypted);
        Assert.Equal(200, checks[1].Status);
        var device = await own.ApiAsync($"/api/v1/devices/{TestDevice.Sn}");
        Assert.Equal(TestDevice.DeviceType, device.GetProperty("deviceType").GetString());
        Assert.Equal("normal", device.GetProperty("status").GetString());
    }

    [Fact]
    public async Task Send_StraightToTheProgram_PassesAgainAndAgain()
    {
        _ = dashboard.Address;
        var local = Sender(dashboard).Targets[^1];

        var first = await SendAsync(dashboard, PushService.North.AppId, local);
        var second = await SendAsync(dashboard, PushService.South.AppId, local);

        Assert.True(local.IsLocal);
        Assert.Equal((dashboard.Address.Port, "/webhook", Registered), (local.Address.Port, local.Address.AbsolutePath, local.SignedUrl));
        Assert.All([first[^1], second[^1]], check => Assert.Equal((TestPushStep.Shown, TestPushFault.None), (check.Step, check.Fault)));
    }

    [Fact]
    public async Task Send_SignedForAnotherAddress_SaysThatTheSignatureDoesNotMatch()
    {
        _ = dashboard.Address;
        var target = new TestPushTarget(Sender(dashboard).Targets[^1].Address, Registered + "/", IsLocal: true);

        var checks = await SendAsync(dashboard, PushService.North.AppId, target);

        Assert.Equal((TestPushStep.Verified, TestPushFault.Refused, "auth_bad_signature", 401), (checks[^1].Step, checks[^1].Fault, checks[^1].Reason, checks[^1].Status));
    }

    [Theory]
    [InlineData(200, TestPushStep.Verified, TestPushFault.AnsweredByAnother)]
    [InlineData(404, TestPushStep.Verified, TestPushFault.AnsweredByAnother)]
    [InlineData(502, TestPushStep.Verified, TestPushFault.AnsweredByAnother)]
    [InlineData(301, TestPushStep.Reached, TestPushFault.Redirected)]
    public async Task Send_ToAStranger_IsNotTakenIn(int status, TestPushStep step, TestPushFault fault)
    {
        _ = dashboard.Address;
        await using var stranger = await ScriptedReceiver.StartAsync((_, _) => status, Cancelled);

        var checks = await SendAsync(dashboard, PushService.North.AppId, new TestPushTarget(stranger.Url, Registered, IsLocal: false));

        Assert.Equal((step, fault, status), (checks[^1].Step, checks[^1].Fault, checks[^1].Status));
        Assert.Single(stranger.Deliveries);
    }

    [Fact]
    public async Task Send_WhereNobodyListens_SaysSo()
    {
        _ = dashboard.Address;

        var checks = await SendAsync(dashboard, PushService.North.AppId, new TestPushTarget(new Uri($"http://127.0.0.1:{FreePort.Find()}/webhook"), Registered, IsLocal: false));

        Assert.Equal((TestPushStep.Reached, TestPushFault.NoConnection), (checks[^1].Step, checks[^1].Fault));
    }

    [Fact]
    public async Task Send_ToAPlainServerOverTls_SaysThatTheConnectionIsNotTrusted()
    {
        var address = new UriBuilder(dashboard.Address) { Scheme = Uri.UriSchemeHttps, Path = "/webhook" }.Uri;

        var checks = await SendAsync(dashboard, PushService.North.AppId, new TestPushTarget(address, Registered, IsLocal: false));

        Assert.Equal((TestPushStep.Reached, TestPushFault.NotTrusted), (checks[^1].Step, checks[^1].Fault));
    }

    [Fact]
    public async Task Send_OfAnApplicationThatIsGone_EndsAtOnce()
    {
        _ = dashboard.Address;

        var checks = await SendAsync(dashboard, "nobody", Sender(dashboard).Targets[^1]);

        Assert.Equal((TestPushStep.Prepared, TestPushFault.ApplicationUnknown), (Assert.Single(checks).Step, checks[0].Fault));
    }

    private static TestPushSender Sender(DashboardFactory of) => of.Services.GetRequiredService<TestPushSender>();

    private static async Task<List<TestPushCheck>> SendAsync(DashboardFactory from, string appId, TestPushTarget target)
    {
        var checks = new List<TestPushCheck>();
        await foreach (var check in Sender(from).SendAsync(appId, target, Cancelled))
        {
            checks.Add(check);
        }

        return checks;
    }
}
