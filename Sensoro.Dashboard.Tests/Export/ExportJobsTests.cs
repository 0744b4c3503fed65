using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Sensoro.Dashboard.Export;
using Sensoro.Dashboard.Storage;
using Sensoro.Dashboard.Tests.Integration;
using Stored = Sensoro.Dashboard.Tests.Storage.Messages;

namespace Sensoro.Dashboard.Tests.Export;

/// <summary>The way of an export from the queue to its file, and what is left when it does not get there.</summary>
public sealed class ExportJobsTests
{
    private static readonly ExportEstimate Small = new(1, 10, 1_000);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Job_ThatIsWritten_HasTheSameBytesAsTheExporter()
    {
        await using var stage = new ExportStage();
        stage.FoldSeries("JOB", 1_500);
        var request = ExportStage.Readings("JOB") with { To = Stored.Noon.AddDays(3) };
        using var worker = stage.NewWorker();
        await worker.StartAsync(Cancelled);

        var record = await stage.Jobs.EndOfAsync(() => Assert.Equal(ExportFault.None, stage.Jobs.Start(request, Small)));

        Assert.Equal((ExportState.Done, 1_500L), (record.State, record.Rows));
        var file = Assert.IsType<string>(stage.Jobs.FileOf(record));
        Assert.Equal(await stage.WriteAsync(request), await File.ReadAllBytesAsync(file, Cancelled));
        Assert.Equal(new FileInfo(file).Length, record.Bytes);
        await worker.StopAsync(Cancelled);
    }

    [Fact]
    public async Task Job_OnADiskThatFills_FailsAndLeavesNothing()
    {
        // One look when it is asked for, one when the file is begun.
        await using var stage = new ExportStage(more: services => services.AddSingleton<FreeSpace>(new ScarceSpace(plentifulLooks: 2)));
        stage.FoldSeries("FULL", 200);
        var large = new string('x', 100_000);
        stage.Storage.Log.Append([.. Enumerable.Range(0, 60).Select(i => Stored.Sensor("FULL", $"L{i}", $$"""{"customer":"{{large}}"}"""))]);
        using var worker = stage.NewWorker();
        await worker.StartAsync(Cancelled);

        var messages = new ExportRequest { Content = ExportContent.Messages, From = Stored.Noon.AddDays(-1), To = Stored.Noon.AddDays(1), ZoneId = "UTC" };
        var record = await stage.Jobs.EndOfAsync(() => Assert.Equal(ExportFault.None, stage.Jobs.Start(messages, Small)));

        Assert.Equal((ExportState.Failed, ExportFault.DiskFull), (record.State, record.Fault));
        Assert.Equal(record.Id + ".json", Path.GetFileName(Assert.Single(Directory.GetFiles(stage.Storage.Get<ExportFolder>().Path))));
        stage.FoldSeries("STILL-WRITES", 3);
        Assert.Equal(ExportFault.DiskFull, stage.Jobs.Start(messages, Small));
        await worker.StopAsync(Cancelled);
    }

    [Fact]
    public async Task Start_OfTooMany_IsRefused()
    {
        await using var stage = new ExportStage(more: services => services.PostConfigure<ExportOptions>(options => options.MaxQueued = 2));

        Assert.Equal(
            [ExportFault.None, ExportFault.None, ExportFault.QueueFull],
            Enumerable.Range(0, 3).Select(_ => stage.Jobs.Start(ExportStage.Readings("ANY"), Small)));
        Assert.Equal(ExportFault.FolderFull, stage.Jobs.Start(ExportStage.Readings("ANY"), Small with { Bytes = 9L << 30 }));
        Assert.Equal(2, stage.Jobs.All.Count);
    }

    [Fact]
    public async Task Cancel_OfAWaitingJob_KeepsTheWorkerFromIt()
    {
        await using var stage = new ExportStage();
        stage.Jobs.Start(ExportStage.Readings("ANY"), Small);
        stage.Jobs.Cancel(stage.Jobs.All[0].Id);
        stage.Jobs.Start(ExportStage.Readings("ANY"), Small);

        using var worker = stage.NewWorker();
        var waiting = stage.Jobs.All.First(job => job.State != ExportState.Cancelled);
        await stage.Jobs.EndOfAsync(() => _ = worker.StartAsync(Cancelled), job => job.Id == waiting.Id);

        Assert.Equal([ExportState.Cancelled, ExportState.Done], stage.Jobs.All.Select(job => job.State).OrderDescending());
        await worker.StopAsync(Cancelled);
    }

    [Fact]
    public async Task Cancel_WhileItIsWritten_StopsAtTheNextPageAndRemovesThePart()
    {
        await using var stage = new ExportStage();
        stage.FoldSeries("CANCEL", 3_000);
        using var cancellation = new CancellationTokenSource();
        stage.Jobs.Start(ExportStage.Readings("CANCEL") with { To = Stored.Noon.AddDays(3) }, Small);
        Assert.True(stage.Jobs.TryBegin(stage.Jobs.All[0].Id, cancellation, out var record, out var allowed));
        long rows = 0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stage.Storage.Get<ExportRun>().WriteAsync(
            record,
            allowed,
            (done, _) =>
            {
                rows = done;
                stage.Jobs.Cancel(record.Id);
            },
            cancellation.Token));

        Assert.Equal(1_000, rows);
        Assert.Empty(Directory.GetFiles(stage.Storage.Get<ExportFolder>().Path, "*.part"));
    }

    [Fact]
    public async Task Restart_AfterJobs_FindsFilesAndMarksTheUnfinished()
    {
        using var folder = new TemporaryFolder();
        string done, waiting;
        byte[] bytes;
        await using (var first = new ExportStage(dataDirectory: folder.Path))
        {
            first.FoldSeries("RESTART", 10);
            using var worker = first.NewWorker();
            await worker.StartAsync(Cancelled);
            var request = ExportStage.Readings("RESTART") with { Devices = new DeviceChoice { Search = "RESTART" }, Metrics = ["temperature"] };
            var record = await first.Jobs.EndOfAsync(() => first.Jobs.Start(request, Small));
            await worker.StopAsync(Cancelled);
            (done, bytes) = (record.Id, await File.ReadAllBytesAsync(first.Jobs.FileOf(record) ?? "", Cancelled));
            first.Jobs.Start(ExportStage.Readings("RESTART"), Small);
            waiting = first.Jobs.All.Single(job => job.Id != done).Id;
        }

        await using var second = new ExportStage(dataDirectory: folder.Path);
        using var next = second.NewWorker();
        await next.StartAsync(Cancelled);

        Assert.Equal((ExportState.Failed, ExportFault.ProgramStopped), (second.Jobs.Find(waiting)?.State, second.Jobs.Find(waiting)?.Fault));
        var found = Assert.IsType<ExportRecord>(second.Jobs.Find(done));
        Assert.Equal(("RESTART", "temperature", 10L), (found.Request.Devices.Search, Assert.Single(found.Request.Metrics), found.Rows));
        Assert.Equal(bytes, await File.ReadAllBytesAsync(second.Jobs.FileOf(found) ?? "", Cancelled));
        await next.StopAsync(Cancelled);
    }

    [Fact]
    public async Task Sweep_AfterADay_RemovesFileAndNote()
    {
        var clock = new FakeTimeProvider(Stored.Noon);
        await using var stage = new ExportStage(clock);
        stage.FoldSeries("OLD", 3);
        using var worker = stage.NewWorker();
        await worker.StartAsync(Cancelled);
        await stage.Jobs.EndOfAsync(() => stage.Jobs.Start(ExportStage.Readings("OLD"), Small));
        await worker.StopAsync(Cancelled);

        clock.Advance(TimeSpan.FromHours(23));
        stage.Jobs.Sweep();
        Assert.Single(stage.Jobs.All);

        clock.Advance(TimeSpan.FromHours(2));
        stage.Jobs.Sweep();
        Assert.Empty(stage.Jobs.All);
        Assert.Empty(Directory.GetFiles(stage.Storage.Get<ExportFolder>().Path));
    }

    [Fact]
    public async Task Ids_OfJobs_CannotBeGuessed()
    {
        await using var stage = new ExportStage();
        stage.Jobs.Start(ExportStage.Readings("ANY"), Small);
        stage.Jobs.Start(ExportStage.Readings("ANY"), Small);

        Assert.All(stage.Jobs.All, job => Assert.Equal(16, Convert.FromHexString(job.Id).Length));
        Assert.Equal(2, stage.Jobs.All.Select(job => job.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.Contains(stage.Jobs.All[0].Id, Encoding.UTF8.GetString(await File.ReadAllBytesAsync(Path.Combine(stage.Storage.Get<ExportFolder>().Path, stage.Jobs.All[0].Id + ".json"), Cancelled)), StringComparison.Ordinal);
    }
}
