using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Sensoro.Dashboard.Backup;
using Sensoro.Dashboard.Export;
using Sensoro.Dashboard.Security;
using Sensoro.Dashboard.Storage;
using Sensoro.Dashboard.Tests.Export;
using Sensoro.Dashboard.Tests.Integration;

namespace Sensoro.Dashboard.Tests.Security;

/// <summary>D6: a secret that was entered is nowhere to be found again, whatever the program says, answers or writes.</summary>
public sealed class SecretCanaryTests
{
    private const string Sn = "0117C5A9D0AA0001";
    private const string Token = "canary-api-token-5e1f0b7c";

    private static readonly PushService Configured = new("canaryapp01", "CanaryConfiguredKey000000000000000000000000", "canary-configured-secret-91c2");
    private static readonly ApplicationKeys Entered = new("canaryapp02", "Entered", "CanaryEnteredKey000000000000000000000000000", "canary-entered-secret-77ab");
    private static readonly (string Key, string Secret) Previous = ("CanaryPreviousKey00000000000000000000000000", "canary-previous-secret-40de");
    private static readonly (string Key, string Secret) Renewed = ("CanaryRenewedKey000000000000000000000000000", "canary-renewed-secret-63fa");

    private static readonly string[] Canaries =
        [Configured.AppKey, Configured.AppSecret, Entered.AppKey, Entered.AppSecret, Previous.Key, Previous.Secret, Renewed.Key, Renewed.Secret, Token];

    private static readonly string[] Paths =
    [
        "/", "/map", "/devices", "/devices/" + Sn, "/devices/" + Sn + "?tab=history", "/devices/list.csv", "/devices/labels?sn=" + Sn, "/tasks", "/messages", "/messages?open=1",
        "/messages/quarantine", "/messages/quarantine?open=1", "/exports", "/connect", "/system", "/explore", "/d/" + Sn, "/not/there", "/metrics", "/health/ready", "/openapi/v1.json",
        "/api/v1/devices", "/api/v1/devices/" + Sn, "/api/v1/messages", "/api/v1/tasks", "/api/v1/stats", "/api/v1/devices/unknown", "/api/v1/devices?page=x", "/theme.css",
    ];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Secrets_OfARunWithEverything_AreFoundNowhere()
    {
        using var folder = new TemporaryFolder();
        var traced = new ConcurrentQueue<string>();
        using var listener = Listen(traced);
        ActivitySource.AddActivityListener(listener);
        var texts = new List<(string Where, string Text)>();
        await using (var dashboard = new DashboardFactory(Settings(folder.Path)))
        {
            await UseAsync(dashboard);
            foreach (var path in Paths)
            {
                texts.Add((path, await AnswerAsync(dashboard, path)));
            }

            texts.AddRange(dashboard.Logs.GetSnapshot().Select(static line => ("log", $"{line.Category} {line.Message} {line.Exception} {string.Join(' ', line.StructuredState ?? [])}")));
        }

        texts.AddRange(traced.Select(static text => ("trace", text)));
        Assert.Contains(texts, static entry => entry.Where == "log" && entry.Text.Contains("SignatureMismatch", StringComparison.Ordinal));
        Assert.Contains(traced, static text => text.Contains("/webhook", StringComparison.Ordinal));
        Assert.All(texts, static entry => Assert.DoesNotContain(Canaries, canary => entry.Text.Contains(canary, StringComparison.Ordinal)));
        AssertFiles(folder.Path);
    }

    /// <summary>Every file of the data directory, the backups in it included, searched for each secret as text of any encoding.</summary>
    private static void AssertFiles(string folder)
    {
        // The lock is empty, and a child process of another test may hold it for a moment longer than its program.
        string[] files = [.. Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Where(static file => Path.GetExtension(file) != ".lock")];
        Assert.Contains(files, static file => file.Contains("backups", StringComparison.Ordinal) && file.EndsWith(DataFiles.Applications, StringComparison.Ordinal));
        Assert.Contains(files, static file => file.Contains("exports", StringComparison.Ordinal) && file.EndsWith(".csv", StringComparison.Ordinal));
        byte[][] patterns = [.. Canaries.SelectMany(static canary => new[] { Encoding.UTF8.GetBytes(canary), Encoding.Unicode.GetBytes(canary), Encoding.UTF8.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes(canary))[..^4]) })];
        foreach (var file in files)
        {
            var bytes = File.ReadAllBytes(file);
            Assert.DoesNotContain(patterns, pattern => bytes.AsSpan().IndexOf(pattern) >= 0);
        }
    }

    /// <summary>Pushes good and bad, an application entered and rotated, an export, a backup.</summary>
    private static async Task UseAsync(DashboardFactory dashboard)
    {
        await dashboard.FoldPushesAsync(PushBody.Sensor(Sn, 1, dashboard.Now(), """{"temperature":21.5}"""), PushBody.Safe(Configured, Sn, 2, dashboard.Now(), """{"temperature":22}"""));
        using var forged = await dashboard.SendSignedPushAsync(PushBody.Sensor(Sn, 3, dashboard.Now(), "{}"), Configured with { AppSecret = "guessed" });
        using var undecryptable = await dashboard.SendSignedPushAsync("""{"sn":"0117C5A9D0AA0001","type":"text","encryptData":"AAAA"}""");
        var applications = dashboard.Services.GetRequiredService<StoredApplications>();
        Assert.Equal(ApplicationFault.None, applications.Add(Entered));
        Assert.Equal(ApplicationFault.None, applications.Rotate(Entered.AppId, Renewed.Key, Renewed.Secret));
        Assert.NotEqual(ApplicationFault.None, applications.Add(Entered));
        var jobs = dashboard.Services.GetRequiredService<ExportJobs>();
        var request = new ExportRequest { Content = ExportContent.Messages, From = dashboard.Now().AddDays(-1), To = dashboard.Now().AddDays(1), ZoneId = "UTC", Format = ExportFormat.Csv };
        var estimate = await jobs.EstimateAsync(request, Cancelled);
        Assert.Equal(ExportState.Done, (await jobs.EndOfAsync(() => Assert.Equal(ExportFault.None, jobs.Start(request, estimate)))).State);
        await dashboard.Services.GetRequiredService<BackupRun>().RunAsync(null, Cancelled);
    }

    private static async Task<string> AnswerAsync(DashboardFactory dashboard, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(path.StartsWith("/api", StringComparison.Ordinal) ? "application/json" : "text/html"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        using var answer = await dashboard.Client.SendAsync(request, Cancelled);
        return $"{answer.Headers} {answer.Content.Headers} {await answer.Content.ReadAsStringAsync(Cancelled)}";
    }

    /// <summary>Hears every activity of the program with all that it says of itself.</summary>
    private static ActivityListener Listen(ConcurrentQueue<string> traced) => new()
    {
        ShouldListenTo = static _ => true,
        Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        ActivityStopped = activity => traced.Enqueue($"{activity.OperationName} {activity.DisplayName} {string.Join(' ', activity.TagObjects)} {string.Join(' ', activity.Baggage)}"),
    };

    private static DashboardSettings Settings(string folder) => new()
    {
        DataDirectory = folder,
        PushServices = [Configured],
        Values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Sensoro:Applications:0:PreviousAppKey"] = Previous.Key,
            ["Sensoro:Applications:0:PreviousAppSecret"] = Previous.Secret,
            ["Api:Tokens:1:Name"] = "canary",
            ["Api:Tokens:1:Token"] = Token,
            ["Logging:LogLevel:Default"] = "Trace",
            ["Logging:LogLevel:Microsoft"] = "Debug",
            ["Logging:LogLevel:System"] = "Debug",
        },
    };
}
