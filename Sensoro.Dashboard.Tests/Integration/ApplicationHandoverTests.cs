using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Sensoro.Dashboard.Diagnostics;
using Sensoro.Dashboard.Security;
using Sensoro.Dashboard.Tests.Security;

namespace Sensoro.Dashboard.Tests.Integration;

/// <summary>What is entered on a page counts at the door at once, and still does after a restart.</summary>
public sealed class ApplicationHandoverTests
{
    private static readonly PushService Rotated =
        PushService.North with { AppKey = "0123456789abcdefghijABCDEFGHIJ0123456789abc", AppSecret = "new-secret-0123456789abcdefghijk" };

    private int _pushes;

    [Fact]
    public async Task Application_AddedWhileTheProgramRuns_IsAcceptedAtOnceAndAfterARestart()
    {
        using var folder = new TemporaryFolder();
        await using (var first = Start(folder))
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync(first, PushService.North));
            Assert.Equal(ApplicationFault.None, Stored(first).Add(SecurityStage.North));
            Assert.Equal(HttpStatusCode.OK, await SendAsync(first, PushService.North));
        }

        await using var second = Start(folder);
        Assert.Equal(HttpStatusCode.OK, await SendAsync(second, PushService.North));
        Stored(second).Remove(PushService.North.AppId);
        Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync(second, PushService.North));
    }

    [Fact]
    public async Task Rotation_WhileItRuns_AcceptsBothPairsAndAfterItsEndTheNewOne()
    {
        using var folder = new TemporaryFolder();
        await using var dashboard = Start(folder);
        Stored(dashboard).Add(SecurityStage.North);
        Stored(dashboard).Rotate(PushService.North.AppId, Rotated.AppKey, Rotated.AppSecret);
        var pushes = dashboard.Services.GetRequiredService<ApplicationTraffic>().Of(PushService.North.AppId);

        Assert.Equal(HttpStatusCode.OK, await SendAsync(dashboard, Rotated));
        Assert.Null(pushes.PreviousKeysAt);
        Assert.Equal(HttpStatusCode.OK, await SendAsync(dashboard, PushService.North));
        Assert.NotNull(pushes.PreviousKeysAt);
        Assert.Equal((2L, 0L), (pushes.Safe, pushes.Plain));

        Stored(dashboard).EndRotation(PushService.North.AppId);
        Assert.Equal(HttpStatusCode.OK, await SendAsync(dashboard, Rotated));
        Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync(dashboard, PushService.North));
    }

    [Fact]
    public async Task KeyRing_Lost_StopsNoStartAndItsPushesAreUnknown()
    {
        using var folder = new TemporaryFolder();
        await using (var first = Start(folder))
        {
            _ = first.Address;
            Stored(first).Add(SecurityStage.North);
        }

        Directory.Delete(folder.File("keys"), recursive: true);
        await using var second = Start(folder);

        using var answer = await second.SendSignedPushAsync(PushBody.Sensor("A", 1, second.Now(), "{}"), PushService.North);
        Assert.Contains("auth_bad_app_id", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static DashboardFactory Start(TemporaryFolder folder) => new(new DashboardSettings { PushServices = [], DataDirectory = folder.Path });

    private static StoredApplications Stored(DashboardFactory dashboard) => dashboard.Services.GetRequiredService<StoredApplications>();

    /// <summary>A push in safe mode: it needs the secret and the key.</summary>
    private async Task<HttpStatusCode> SendAsync(DashboardFactory dashboard, PushService service)
    {
        using var answer = await dashboard.SendSignedPushAsync(PushBody.Safe(service, "0117C5A9D0AA0001", ++_pushes, dashboard.Now(), """{"temperature":1}"""), service);
        return answer.StatusCode;
    }
}
