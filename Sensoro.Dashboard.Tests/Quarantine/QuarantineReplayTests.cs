using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Sensoro.Dashboard.Quarantine;
using Sensoro.Dashboard.Security;
using Sensoro.Dashboard.Storage;
using Sensoro.Dashboard.Tests.Integration;
using Sensoro.Dashboard.Tests.Security;
using Sensoro.Dashboard.Tests.Storage;
using Sensoro.Domain.Ledger;

namespace Sensoro.Dashboard.Tests.Quarantine;

/// <summary>An hour with a wrong key or a wrong address, mended and replayed: in the end it is as if nothing had happened.</summary>
public sealed class QuarantineReplayTests : IAsyncDisposable
{
    private const int Devices = 20;
    private const int Pushes = 5_000;
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly TemporaryFolder _folder = new();
    private readonly StoppedClock _clock = new(Start);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task WrongAppKey_For5000PushesThenMended_LosesNothingAndNamesItself()
    {
        await using var right = Dashboard(null, PushService.North);
        await SendAllAsync(right, HttpStatusCode.OK);

        await using var wrong = Dashboard(_folder.Path);
        var applications = wrong.Services.GetRequiredService<StoredApplications>();
        applications.Add(SecurityStage.North with { AppKey = PushService.South.AppKey });
        await SendAllAsync(wrong, HttpStatusCode.BadRequest);
        Assert.Equal(Pushes, wrong.Log.RefusedCount);
        var doctor = wrong.Services.GetRequiredService<WebhookDoctor>();
        Assert.Equal(DoctorCause.AppKeyDiffers, (await doctor.ExamineLastAsync(Cancelled))?.Cause);
        Assert.Equal((WebhookDoctor.MostTried, WebhookDoctor.MostTried), await doctor.TryKeysAsync(PushService.North.AppId, PushService.North.AppKey, "", Cancelled));

        applications.Rotate(PushService.North.AppId, PushService.North.AppKey, "");
        Assert.Equal(DoctorCause.Mended, (await doctor.ExamineLastAsync(Cancelled))?.Cause);
        var run = await RunAsync(wrong, QuarantineTask.Replay);

        Assert.Equal((Pushes, Pushes, 0L), (run[VerdictKind.Stored], run.Good, wrong.Log.RefusedCount));
        await AssertSameAsync(right, wrong);
    }

    [Fact]
    public async Task WrongAddress_For5000PushesThenMended_LosesNothingAndNamesItself()
    {
        await using var right = Dashboard(null, PushService.North);
        await SendAllAsync(right, HttpStatusCode.OK);

        await using (var wrong = Dashboard(_folder.Path, PushService.North))
        {
            await SendAllAsync(wrong, HttpStatusCode.Unauthorized, "https://dashboard.example.com/webhook/");
            Assert.Equal(Pushes, wrong.Log.RefusedCount);
            var diagnosis = Assert.IsType<Diagnosis>(await wrong.Services.GetRequiredService<WebhookDoctor>().ExamineLastAsync(Cancelled));
            Assert.Equal((DoctorCause.AddressDiffers, "https://dashboard.example.com/webhook/"), (diagnosis.Cause, diagnosis.Url));
            Assert.Equal(1, diagnosis.Candidates.Count(candidate => candidate.Matches));
            Assert.Equal((0, Pushes), (await RunAsync(wrong, QuarantineTask.Replay) is var early ? early.Good : -1, (int)wrong.Log.RefusedCount));
        }

        await using var mended = Dashboard(_folder.Path, "https://dashboard.example.com/webhook/", PushService.North);
        _ = mended.Address;
        var run = await RunAsync(mended, QuarantineTask.Replay);

        Assert.Equal((Pushes, Pushes), (run[VerdictKind.Stored], run.Good));
        await AssertSameAsync(right, mended);
    }

    [Fact]
    public async Task Replay_AfterNewerPushes_MarksItselfAndDisturbsNothing()
    {
        await using var dashboard = Dashboard(_folder.Path);
        var applications = dashboard.Services.GetRequiredService<StoredApplications>();
        applications.Add(SecurityStage.North with { AppKey = PushService.South.AppKey });
        var old = PushBody.Safe(PushService.North, "DEV", 1, Start, """{"temperature":1,"battery":90}""");
        for (var delivery = 0; delivery < 3; delivery++)
        {
            using var refused = await dashboard.SendSignedPushAsync(old, PushService.North);
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        }

        applications.Rotate(PushService.North.AppId, PushService.North.AppKey, "");
        _clock.Advance(TimeSpan.FromMinutes(30));
        using var newer = await dashboard.SendSignedPushAsync(PushBody.Safe(PushService.North, "DEV", 2, dashboard.Now(), """{"temperature":2}"""), PushService.North);
        Assert.Equal(HttpStatusCode.OK, newer.StatusCode);
        _clock.Advance(TimeSpan.FromMinutes(30));

        await RunAsync(dashboard, QuarantineTask.Replay);
        await dashboard.WaitForFoldedAsync();

        var device = await dashboard.ApiAsync("/api/v1/devices/DEV");
        Assert.Equal((2, 90), (device.GetProperty("latest").GetProperty("temperature").GetProperty("value").GetInt32(), device.GetProperty("battery").GetInt32()));
        var messages = await dashboard.Services.GetRequiredService<MessageQueries>().NewestAsync(new MessageFilter { Sn = "DEV" }, null, 10, Cancelled);
        Assert.Equal((Start, 3, dashboard.Now()), (messages[0].ReceivedAt, messages[0].Deliveries, messages[0].ReplayedAt));
        Assert.Null(messages[1].ReplayedAt);
        var temperature = await dashboard.ApiAsync("/api/v1/devices/DEV/readings?metric=temperature&from=2026-03-01T11:00:00Z&to=2026-03-01T14:00:00Z");
        Assert.Equal([1, 2], temperature.GetProperty("points").EnumerateArray().Select(point => point.GetProperty("value").GetInt32()));
        Assert.Equal(1, SqliteReading.Scalar<long>(Path.Combine(_folder.Path, "sensoro.db"), "SELECT count(*) FROM readings WHERE late_by > 0 AND metric_id = (SELECT id FROM metrics WHERE key = 'temperature')"));
    }

    [Fact]
    public async Task Replay_OfWhatCameByAnotherDelivery_StoresNothingTwice()
    {
        await using var dashboard = Dashboard(_folder.Path);
        var applications = dashboard.Services.GetRequiredService<StoredApplications>();
        applications.Add(SecurityStage.North with { AppKey = PushService.South.AppKey });
        var body = PushBody.Safe(PushService.North, "DEV", 1, Start, """{"temperature":1}""");
        using var refused = await dashboard.SendSignedPushAsync(body, PushService.North);
        applications.Rotate(PushService.North.AppId, PushService.North.AppKey, "");
        using var taken = await dashboard.SendSignedPushAsync(body, PushService.North);
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.OK), (refused.StatusCode, taken.StatusCode));

        var run = await RunAsync(dashboard, QuarantineTask.Replay);

        Assert.Equal((1, 0L, 1L), (run[VerdictKind.StoredBefore], dashboard.Log.RefusedCount, dashboard.Log.LastId));
        Assert.Equal(1, SqliteReading.Scalar<long>(Path.Combine(_folder.Path, "log.db"), "SELECT sum(deliveries) FROM messages"));
    }

    [Fact]
    public async Task Replay_OfAPushThatWasForgedBeforeItCame_FindsTheSignatureThatIsRight()
    {
        await using var dashboard = Dashboard(_folder.Path);
        var applications = dashboard.Services.GetRequiredService<StoredApplications>();
        applications.Add(SecurityStage.North with { AppSecret = "not-the-secret-0123456789abcdef" });
        var body = PushBody.Sensor("DEV", 1, Start, """{"temperature":1}""");
        using var forged = await dashboard.SendSignedPushAsync(body, PushService.North with { AppSecret = "guessed" });
        using var right = await dashboard.SendSignedPushAsync(body, PushService.North);
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized, 1L), (forged.StatusCode, right.StatusCode, dashboard.Log.RefusedCount));
        applications.Rotate(PushService.North.AppId, "", PushService.North.AppSecret);

        Assert.Equal(1, (await RunAsync(dashboard, QuarantineTask.Replay))[VerdictKind.Stored]);
    }

    [Fact]
    public async Task Verify_OfWhatStillFails_ChangesNothingAndSaysWhy()
    {
        await using var dashboard = Dashboard(_folder.Path, PushService.North);
        using var forged = await dashboard.SendSignedPushAsync("{}", PushService.North with { AppSecret = "guessed" });
        var desk = dashboard.Services.GetRequiredService<QuarantineDesk>();

        var run = await RunAsync(dashboard, QuarantineTask.Verify);

        Assert.Equal((1, 1, 0, 1L), (run.Done, run[VerdictKind.Refused], run.Good, dashboard.Log.RefusedCount));
        Assert.Equal((VerdictKind.Refused, "auth_bad_signature"), (desk.VerdictOf(1)?.Kind, desk.VerdictOf(1)?.Reason));
        Assert.Equal(0, dashboard.Log.LastId);
    }

    [Fact]
    public async Task Delete_OfASelection_LeavesTheOthers()
    {
        await using var dashboard = Dashboard(_folder.Path, PushService.North);
        foreach (var number in Enumerable.Range(0, 5))
        {
            using var forged = await dashboard.SendSignedPushAsync($"{number}", PushService.North with { AppSecret = "guessed" });
        }

        var run = await RunAsync(dashboard, QuarantineTask.Delete, new QuarantineFilter { Ids = [2, 4] });

        Assert.Equal((2, 3L), (run.Done, dashboard.Log.RefusedCount));
    }

    private DashboardFactory Dashboard(string? dataDirectory, params IReadOnlyList<PushService> services) =>
        Dashboard(dataDirectory, new DashboardSettings().WebhookUrl, services);

    private DashboardFactory Dashboard(string? dataDirectory, string webhookUrl, params IReadOnlyList<PushService> services) => new(new DashboardSettings
    {
        PushServices = services,
        WebhookUrl = webhookUrl,
        DataDirectory = dataDirectory,
        Clock = _clock,
    });

    private static async Task<QuarantineRun> RunAsync(DashboardFactory dashboard, QuarantineTask task, QuarantineFilter? filter = null)
    {
        var desk = dashboard.Services.GetRequiredService<QuarantineDesk>();
        Assert.True(await desk.TryStartAsync(task, filter ?? QuarantineFilter.Everything, Cancelled));
        await desk.Work.WaitAsync(DashboardFactory.Patience, Cancelled);
        return Assert.IsType<QuarantineRun>(desk.Run);
    }

    /// <summary>The same pushes to each dashboard: one after the other for each device, several devices at once.</summary>
    private static Task SendAllAsync(DashboardFactory dashboard, HttpStatusCode expected, string? signedFor = null) => Task.WhenAll(Enumerable.Range(0, Devices).Select(async device =>
    {
        for (var i = device; i < Pushes; i += Devices)
        {
            var body = PushBody.Safe(PushService.North, $"DEV{device:00}", i + 1, Start.AddSeconds(-i), $$"""{"temperature":{{i % 40}},"battery":{{i % 100}},"smoke":{{(i % 7 == 0 ? 1 : 0)}} }""");
            using var request = PushService.North.Sign(signedFor ?? dashboard.Settings.WebhookUrl, System.Text.Encoding.UTF8.GetBytes(body), Start);
            using var answer = await dashboard.Client.SendAsync(request, Cancelled);
            Assert.Equal(expected, answer.StatusCode);
        }
    }));

    /// <summary>Messages, readings, roll-ups, latest values and devices; ids and lateness may differ.</summary>
    private static async Task AssertSameAsync(DashboardFactory right, DashboardFactory replayed)
    {
        await right.WaitForFoldedAsync();
        await replayed.WaitForFoldedAsync();
        string[] state =
        [
            "SELECT d.sn || m.key || r.at || ':' || r.value FROM readings r JOIN devices d ON d.id = r.device_id JOIN metrics m ON m.id = r.metric_id ORDER BY 1",
            "SELECT d.sn || m.key || v.at || ':' || v.value FROM latest_values v JOIN devices d ON d.id = v.device_id JOIN metrics m ON m.id = v.metric_id ORDER BY 1",
            "SELECT d.sn || m.key || h.at || ':' || h.count || ':' || h.min || ':' || h.max || ':' || h.sum FROM readings_hourly h JOIN devices d ON d.id = h.device_id JOIN metrics m ON m.id = h.metric_id ORDER BY 1",
            "SELECT sn || last_heard_at || battery FROM devices ORDER BY 1",
        ];
        foreach (var sql in state)
        {
            var expected = SqliteReading.Column<string>(Path.Combine(right.DataDirectory, "sensoro.db"), sql);
            Assert.NotEmpty(expected);
            Assert.Equal(expected, SqliteReading.Column<string>(Path.Combine(replayed.DataDirectory, "sensoro.db"), sql), StringComparer.Ordinal);
        }

        const string Messages = "SELECT sn || ':' || msg_id || ':' || created_at || ':' || received_at || ':' || deliveries FROM messages ORDER BY 1";
        Assert.Equal(SqliteReading.Column<string>(Path.Combine(right.DataDirectory, "log.db"), Messages), SqliteReading.Column<string>(Path.Combine(replayed.DataDirectory, "log.db"), Messages), StringComparer.Ordinal);
    }
}
