using System.Diagnostics;
using System.Net;
using Sensoro.Dashboard.Tests.Storage;

namespace Sensoro.Dashboard.Tests.Integration;

/// <summary>What the disk does to the log is never paid for with an acknowledgement.</summary>
public sealed class DiskFaultTests(ITestOutputHelper output)
{
    private const int Senders = 4;
    private const int MostPushes = 20_000;
    private const int SmallDisk = 24;

    private readonly DashboardSettings _settings = new();
    private readonly DeliveryHistory _history = new();
    private int _msgId;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory(DisplayName = "After a flush that failed nothing is acknowledged, the program ends with an error, and nothing that was is lost")]
    [InlineData(3)]
    [InlineData(20)]
    [InlineData(200)]
    public async Task Flush_ThatFails_EndsTheProgramWithoutALostAcknowledgement(int call)
    {
        using var folder = new TemporaryFolder();
        await MakeFilesAsync(folder);
        await using (var program = await DashboardProcess.StartAsync(_settings, folder.Path, FaultyDisk.FailingFlush(call)))
        {
            await Task.WhenAll(Enumerable.Range(0, Senders).Select(sender => SendUntilRefusedAsync(program, $"FLUSH{sender}")));
            var refused = Stopwatch.GetTimestamp();
            var end = await program.WaitForEndAsync();
            output.WriteLine($"{_history.Acknowledgements} acknowledged, ended {Stopwatch.GetElapsedTime(refused).TotalSeconds:0.0} s after the last answer with {end.ExitCode}");
            Assert.Equal(74, end.ExitCode);
            Assert.Single(end.Output.Split('\n'), line => line.Contains("Nobody knows what is on it", StringComparison.Ordinal));
            Assert.DoesNotContain("could not be written to the message log", end.Output, StringComparison.Ordinal);
        }

        await AssertGoesOnAsync(folder);
    }

    [Fact]
    public async Task Flush_ThatFailsWhileTheProgramStarts_StopsTheStartWithOneLine()
    {
        using var folder = new TemporaryFolder();
        await using (var program = await DashboardProcess.StartAsync(_settings, folder.Path))
        {
            Assert.Equal(HttpStatusCode.OK, await SendAsync(program, "BEFORE"));
            program.Kill();
        }

        var end = await DashboardProcess.RunBelowToEndAsync(FaultyDisk.FailingFlush(1), _settings, folder.Path);

        Assert.NotEqual(0, end.ExitCode);
        Assert.StartsWith("Storage: The disk failed while the message log was written", Assert.Single(end.Errors), StringComparison.Ordinal);
        await AssertGoesOnAsync(folder);
    }

    [Fact(DisplayName = "A full disk is answered 503, readers go on, and pushes are taken again when there is room")]
    public async Task Disk_ThatIsFull_RefusesPushesAndRecoversByItself()
    {
        using var disk = await FaultyDisk.MountAsync(SmallDisk);
        await using var program = await DashboardProcess.StartAsync(_settings, disk.Folder.Path);
        Assert.Equal(HttpStatusCode.OK, await SendAsync(program, "BEFORE"));
        await program.WaitForFoldedAsync();

        disk.Fill();
        await SendUntilRefusedAsync(program, "FULL");
        await WaitForReadyAsync(program, HttpStatusCode.ServiceUnavailable);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(program, "/health/live"));
        Assert.Equal(1, (await program.ApiAsync("/api/v1/devices?search=BEFORE")).GetProperty("total").GetInt32());

        disk.MakeRoom();
        var back = await WaitForReadyAsync(program, HttpStatusCode.OK);
        output.WriteLine($"ready {back.TotalSeconds:0.0} s after there was room");
        Assert.Equal(HttpStatusCode.OK, await SendAsync(program, "AFTER"));
        await program.WaitForFoldedAsync();
        Assert.Equal(1, (await program.ApiAsync("/api/v1/devices?search=AFTER")).GetProperty("total").GetInt32());
        program.Kill();
        _history.AssertKeptBy(disk.Folder.File("log.db"));
    }

    [Fact]
    public async Task Disk_ThatFillsUpWhileNobodySends_IsNotReady()
    {
        using var disk = await FaultyDisk.MountAsync(SmallDisk);
        await using var program = await DashboardProcess.StartAsync(_settings, disk.Folder.Path);
        await WaitForReadyAsync(program, HttpStatusCode.OK);

        disk.Fill();
        var noticed = await WaitForReadyAsync(program, HttpStatusCode.ServiceUnavailable);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(program, "/health/live"));
        disk.MakeRoom();
        var back = await WaitForReadyAsync(program, HttpStatusCode.OK);

        output.WriteLine($"not ready after {noticed.TotalSeconds:0.0} s, ready after {back.TotalSeconds:0.0} s");
    }

    [Fact]
    public async Task Log_ThatIsDamaged_StopsTheStartWithOneLine()
    {
        using var folder = new TemporaryFolder();
        await using (var program = await DashboardProcess.StartAsync(_settings, folder.Path))
        {
            Assert.Equal(HttpStatusCode.OK, await SendAsync(program, "BEFORE"));
            await program.StopAsync();
        }

        var root = SqliteReading.Scalar<long>(folder.File("log.db"), "SELECT rootpage FROM sqlite_master WHERE name = 'ix_messages_identity'");
        await using (var file = new FileStream(folder.File("log.db"), FileMode.Open, FileAccess.ReadWrite))
        {
            file.Position = (root - 1) * 4096;
            await file.WriteAsync(Enumerable.Repeat((byte)0xAA, 4096).ToArray(), Cancelled);
        }

        var end = await DashboardProcess.RunToEndAsync(_settings, folder.Path);

        Assert.NotEqual(0, end.ExitCode);
        Assert.StartsWith("Storage: The message log (log.db) is damaged", Assert.Single(end.Errors), StringComparison.Ordinal);
    }

    /// <summary>The files are there, and their write-ahead logs empty, before their disk begins to fail.</summary>
    private async Task MakeFilesAsync(TemporaryFolder folder)
    {
        await using var program = await DashboardProcess.StartAsync(_settings, folder.Path);
        await program.StopAsync();
    }

    /// <summary>Sends until something else than 200 is answered, or the connection breaks.</summary>
    private async Task SendUntilRefusedAsync(DashboardProcess program, string sn)
    {
        HttpStatusCode? answer;
        do
        {
            Assert.InRange(_msgId, 0, MostPushes);
            answer = await SendAsync(program, sn);
        }
        while (answer == HttpStatusCode.OK);

        Assert.Contains(answer, new HttpStatusCode?[] { HttpStatusCode.ServiceUnavailable, null });
    }

    /// <summary>The answer to a push; null when there was none.</summary>
    private async Task<HttpStatusCode?> SendAsync(DashboardProcess program, string sn)
    {
        var msgId = Interlocked.Increment(ref _msgId);
        var (key, body) = ($"{sn}/{msgId}", PushBody.Sensor(sn, msgId, TimeProvider.System.GetUtcNow().AddHours(-1).AddMilliseconds(msgId), $$"""{"temperature":{{msgId}} }"""));
        _history.Sending(key, body);
        try
        {
            using var answer = await program.SendSignedPushAsync(body);
            if (answer.StatusCode == HttpStatusCode.OK)
            {
                _history.Acknowledged(key);
            }

            return answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private async Task AssertGoesOnAsync(TemporaryFolder folder)
    {
        await using (var program = await DashboardProcess.StartAsync(_settings, folder.Path))
        {
            Assert.Equal(HttpStatusCode.OK, await SendAsync(program, "AGAIN"));
            await program.WaitForFoldedAsync();
            await program.StopAsync();
        }

        _history.AssertKeptBy(folder.File("log.db"));
    }

    private static async Task<TimeSpan> WaitForReadyAsync(DashboardProcess program, HttpStatusCode wanted)
    {
        var started = Stopwatch.GetTimestamp();
        using var limit = new CancellationTokenSource(DashboardFactory.Patience);
        while (await StatusAsync(program, "/health/ready") != wanted)
        {
            limit.Token.ThrowIfCancellationRequested();
        }

        return Stopwatch.GetElapsedTime(started);
    }

    private static async Task<HttpStatusCode> StatusAsync(DashboardProcess program, string path)
    {
        using var answer = await program.Client.GetAsync(new Uri(path, UriKind.Relative), Cancelled);
        return answer.StatusCode;
    }
}
