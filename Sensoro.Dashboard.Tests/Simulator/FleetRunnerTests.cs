using System.Net;
using Sensoro.Domain.Protocol;
using Sensoro.Simulator;
using Sensoro.Simulator.Delivery;

namespace Sensoro.Dashboard.Tests.Simulator;

public sealed class FleetRunnerTests
{
    private static readonly FleetOptions Options = SampleFleet.Options with { DeliveryTimeout = TimeSpan.FromDays(1), RetryDelay = TimeSpan.Zero };

    private readonly LockstepTimeProvider _time = new(SampleFleet.Start);

    [Fact]
    public async Task Run_WithADuration_DeliversEveryReportAndEnds()
    {
        var (runner, receiver) = Create(Options with { Duration = TimeSpan.FromMinutes(3), LatePercent = 5, OutOfOrderPercent = 5, TasksPercent = 3 });

        await RunAsync(runner, TimeSpan.FromHours(1));

        Assert.Equal(SampleFleet.Start.AddMinutes(3), _time.GetUtcNow());
        Assert.Equal(runner.Tally.Reports + runner.Tally.Tasks, runner.Report.Stored);
        Assert.Equal(runner.Report.Stored, receiver.Pushes.DistinctBy(static push => push.Envelope.MsgId, StringComparer.Ordinal).Count());
        Assert.Equal(0, runner.Tally.Skipped);
        Assert.InRange(runner.Tally.Reports, 950, 1_200);
    }

    [Fact]
    public async Task Run_LiveFleet_SendsEachPushWhenItsDeviceMakesIt()
    {
        var (runner, receiver) = Create(Options with { Duration = TimeSpan.FromSeconds(30) });

        await RunAsync(runner, TimeSpan.FromHours(1));

        Assert.Equal(200, receiver.Pushes.OfType<SensorPush>().DistinctBy(static push => push.Sn, StringComparer.Ordinal).Count());
        Assert.All(receiver.Pushes, static push => Assert.InRange(push.Envelope.CreatedAt ?? default, SampleFleet.Start, SampleFleet.Start.AddSeconds(30)));
    }

    [Fact]
    public async Task Run_WithHistory_TellsThePastBesideThePresentWithGrowingNumbers()
    {
        var (runner, receiver) = Create(Options with { History = TimeSpan.FromHours(6), HistoryLimit = 2_000, HistoryPerSecond = 400, Duration = TimeSpan.FromSeconds(10) });

        await RunAsync(runner, TimeSpan.FromHours(1));

        var past = receiver.Pushes.Where(static push => push.Envelope.CreatedAt < SampleFleet.Start).ToList();
        Assert.Equal(runner.Tally.Past, past.Count);
        Assert.InRange(past.Count, 1_800, 2_600);
        Assert.Equal(past.Count, past.OfType<SensorPush>().Count());

        // Told at its pace the past takes five seconds. The present did not wait for it: the ten seconds of the run hold both.
        Assert.Equal(SampleFleet.Start.AddSeconds(10), _time.GetUtcNow());
        Assert.InRange(receiver.Pushes.OfType<SensorPush>().Where(static push => push.Envelope.CreatedAt >= SampleFleet.Start).DistinctBy(static push => push.Sn, StringComparer.Ordinal).Count(), 40, 200);
        foreach (var device in past.OfType<SensorPush>().GroupBy(static push => push.Sn, StringComparer.Ordinal))
        {
            Assert.Equal(device.OrderBy(static push => push.Envelope.CreatedAt), device);
            Assert.Equal(device.OrderBy(static push => push.Envelope.MsgId, StringComparer.Ordinal), device);
        }
    }

    [Fact]
    public async Task Run_HistoryNobodyHears_IsGivenUpAndTheFleetGoesLive()
    {
        var (runner, _) = Create(Options with { History = TimeSpan.FromHours(6), Duration = TimeSpan.FromSeconds(1) }, static _ => HttpStatusCode.ServiceUnavailable);

        await RunAsync(runner, TimeSpan.FromHours(1));

        Assert.InRange(runner.Tally.Past, 1, 64);
        Assert.InRange(runner.Tally.Reports, 10, 200);
        Assert.Equal(runner.Tally.Past + runner.Tally.Reports, runner.Report.Lost);
    }

    [Fact]
    public async Task Run_Cancelled_EndsWithoutAnException()
    {
        var (runner, _) = Create(Options);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var run = runner.RunAsync(stop.Token);

        await _time.RunAsync(run, SampleFleet.Start.AddSeconds(20));
        Assert.False(run.IsCompleted);
        await stop.CancelAsync();
        await run;

        Assert.InRange(runner.Tally.Reports, 200, 350);
    }

    [Fact]
    public async Task Run_CancelledWhileThePastIsRefused_CountsWhatWasUnderWay()
    {
        var (runner, _) = Create(Options with { History = TimeSpan.FromHours(6), RetryDelay = TimeSpan.FromHours(1) }, static _ => HttpStatusCode.ServiceUnavailable);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var run = runner.RunAsync(stop.Token);

        Assert.False(run.IsCompleted);
        await stop.CancelAsync();
        await run;

        Assert.InRange(runner.Report.CutOff, runner.Tally.Past, runner.Tally.Past + runner.Tally.Reports);
        Assert.Equal((0L, 0L), (runner.Report.Lost, runner.Report.Acknowledged));
    }

    [Fact]
    public async Task Run_ReceiverThrows_CountsAndGoesOn()
    {
        var (runner, _) = Create(Options with { Duration = TimeSpan.FromSeconds(3) }, static number =>
            number <= 40 ? throw new HttpRequestException("refused") : HttpStatusCode.OK);

        await RunAsync(runner, TimeSpan.FromHours(1));

        Assert.Equal(40, runner.Report.Answers().Single(static answer => answer.Answer == "no connection").Count);
        Assert.Equal(runner.Tally.Reports, runner.Report.Stored + runner.Report.Lost);
    }

    [Fact]
    public async Task Run_WithDuplicates_StoresEachMessageOnce()
    {
        var (runner, _) = Create(Options with { Duration = TimeSpan.FromMinutes(1), DuplicatesPercent = 50 });

        await RunAsync(runner, TimeSpan.FromHours(1));

        Assert.Equal(runner.Tally.Reports, runner.Report.Stored);
        Assert.Equal(runner.Tally.Reports + runner.Tally.Duplicates, runner.Report.Acknowledged);
    }

    [Fact]
    public async Task Run_WrongAppKey_IsRefusedAtOnce()
    {
        var (runner, _) = Create(Options with { AppKey = "short" });

        await Assert.ThrowsAsync<ArgumentException>(() => runner.RunAsync(TestContext.Current.CancellationToken));
    }

    private async Task RunAsync(FleetRunner runner, TimeSpan limit)
    {
        var run = runner.RunAsync(TestContext.Current.CancellationToken);
        await _time.RunAsync(run, SampleFleet.Start + limit);
        await run;
    }

    private (FleetRunner Runner, AnsweringHandler Receiver) Create(FleetOptions options, Func<int, HttpStatusCode>? answer = null)
    {
        var receiver = new AnsweringHandler(answer ?? (static _ => HttpStatusCode.OK));
        return (new FleetRunner(options, new HttpMessageInvoker(receiver), _time), receiver);
    }
}
