using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Sensoro.Dashboard.Quarantine;
using Sensoro.Dashboard.Security;
using Sensoro.Dashboard.Tests.Integration;
using Sensoro.Dashboard.Tests.Security;

namespace Sensoro.Dashboard.Tests.Quarantine;

/// <summary>The doctor names the one thing that is wrong, and takes nothing in because it has found it.</summary>
public sealed class WebhookDoctorTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static TheoryData<PushService, DoctorCause> Slips => new()
    {
        { PushService.North with { AppSecret = "of nobody" }, DoctorCause.SecretDiffers },
        { PushService.North with { AppSecret = PushService.South.AppSecret }, DoctorCause.KeysOfAnother },
        { PushService.North with { AppSecret = PushService.North.AppKey }, DoctorCause.KeysSwapped },
        { PushService.North with { AppKey = PushService.South.AppKey }, DoctorCause.AppKeyOfAnother },
        { PushService.North with { AppKey = "0123456789abcdefghijABCDEFGHIJ0123456789abc" }, DoctorCause.AppKeyDiffers },
    };

    [Theory]
    [MemberData(nameof(Slips))]
    public async Task Examine_OfAPushMadeWithOtherKeys_NamesWhichAreWrong(PushService sender, DoctorCause cause)
    {
        ArgumentNullException.ThrowIfNull(sender);
        await using var dashboard = new DashboardFactory();

        using var answer = await dashboard.SendSignedPushAsync(PushBody.Safe(sender, "DOC", 1, dashboard.Now(), """{"temperature":1}"""), sender);
        var diagnosis = await ExamineAsync(dashboard);

        Assert.Equal(cause, diagnosis.Cause);
        Assert.Equal(cause is DoctorCause.KeysOfAnother or DoctorCause.AppKeyOfAnother ? PushService.South.AppId : null, diagnosis.Other);
        Assert.Equal(0, dashboard.Log.LastId);
        Assert.DoesNotContain(PushService.North.AppSecret, diagnosis.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://dashboard.example.com/webhook")]
    [InlineData("https://dashboard.example.com/webhook/")]
    [InlineData("https://dashboard.example.com:443/webhook")]
    public async Task Examine_OfAPushSignedForAnotherSpelling_NamesTheSpelling(string registered)
    {
        await using var dashboard = new DashboardFactory();
        using var request = PushService.North.Sign(registered, Encoding.UTF8.GetBytes(PushBody.Sensor("DOC", 1, dashboard.Now(), "{}")), dashboard.Now());
        using var answer = await dashboard.Client.SendAsync(request, Cancelled);

        var diagnosis = await ExamineAsync(dashboard);

        Assert.Equal((DoctorCause.AddressDiffers, registered), (diagnosis.Cause, diagnosis.Url));
    }

    [Fact]
    public async Task Examine_OfAPushSignedForTheAddressItWasPostedTo_NamesThatAddress()
    {
        await using var dashboard = new DashboardFactory();
        var seen = new Uri(dashboard.Address, "/webhook").ToString();
        using var request = PushService.North.Sign(seen, Encoding.UTF8.GetBytes(PushBody.Sensor("DOC", 1, dashboard.Now(), "{}")), dashboard.Now());
        using var answer = await dashboard.Client.SendAsync(request, Cancelled);

        Assert.Equal((DoctorCause.AddressDiffers, seen), (await ExamineAsync(dashboard) is var found ? found.Cause : default, found.Url));
    }

    [Theory]
    [InlineData(-3_600)]
    [InlineData(3_600)]
    public async Task Examine_OfAPushFromAnotherTime_NamesTheClockAndBySoMuch(int seconds)
    {
        var clock = new StoppedClock(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        await using var dashboard = new DashboardFactory(new DashboardSettings { Clock = clock });
        using var request = PushService.North.Sign(dashboard.Settings.WebhookUrl, Encoding.UTF8.GetBytes(PushBody.Sensor("DOC", 1, dashboard.Now(), "{}")), dashboard.Now().AddSeconds(-seconds));
        using var answer = await dashboard.Client.SendAsync(request, Cancelled);

        var diagnosis = await ExamineAsync(dashboard);

        Assert.Equal((DoctorCause.ClockDiffers, TimeSpan.FromSeconds(seconds)), (diagnosis.Cause, diagnosis.Skew));
    }

    [Fact]
    public async Task Examine_OfAPushThatIsNoPush_SaysThatNoSettingHelps()
    {
        await using var dashboard = new DashboardFactory();
        using var answer = await dashboard.SendSignedPushAsync("{}");

        var diagnosis = await ExamineAsync(dashboard);

        Assert.Equal(DoctorCause.Unreadable, diagnosis.Cause);
        Assert.Contains("sn", diagnosis.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Examine_OfAPushWhoseApplicationWasRemoved_SaysSo()
    {
        using var folder = new TemporaryFolder();
        await using var dashboard = new DashboardFactory(new DashboardSettings { PushServices = [], DataDirectory = folder.Path });
        _ = dashboard.Address;
        var applications = dashboard.Services.GetRequiredService<StoredApplications>();
        applications.Add(SecurityStage.North);
        using var answer = await dashboard.SendSignedPushAsync("{}", PushService.North);
        applications.Remove(PushService.North.AppId);

        Assert.Equal(DoctorCause.ApplicationUnknown, (await ExamineAsync(dashboard)).Cause);
        Assert.Equal((0, 0), await dashboard.Services.GetRequiredService<WebhookDoctor>().TryKeysAsync(PushService.North.AppId, PushService.North.AppKey, "", Cancelled));
    }

    [Fact]
    public async Task Examine_OfAnEmptyQuarantine_FindsNothing()
    {
        await using var dashboard = new DashboardFactory();
        _ = dashboard.Address;

        Assert.Null(await dashboard.Services.GetRequiredService<WebhookDoctor>().ExamineLastAsync(Cancelled));
    }

    private static async Task<Diagnosis> ExamineAsync(DashboardFactory dashboard) =>
        Assert.IsType<Diagnosis>(await dashboard.Services.GetRequiredService<WebhookDoctor>().ExamineLastAsync(Cancelled));
}
