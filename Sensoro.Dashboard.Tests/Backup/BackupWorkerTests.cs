using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Sensoro.Dashboard.Backup;
using Sensoro.Dashboard.Diagnostics;
using Sensoro.Dashboard.Storage;
using Sensoro.Dashboard.Tests.Export;
using Sensoro.Dashboard.Tests.Projection;
using Sensoro.Dashboard.Tests.Storage;

namespace Sensoro.Dashboard.Tests.Backup;

/// <summary>Scheduled backups: when they are made, and how one sees that they are not.</summary>
public sealed class BackupWorkerTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly RestSignallingClock _clock = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Worker_AfterItsTime_BacksUpAndTellsItsAge()
    {
        await using var stage = NewStage();
        using var runs = Runs(stage);
        using var age = new MetricCollector<double>(stage.Storage.Get<IMeterFactory>(), MeterNames.Dashboard, "sensoro.backup.age");
        await StartAsync(stage);
        Assert.Empty(stage.Run.Scheduled.List());

        _clock.Advance(BackupWorker.AfterStart);
        await runs.WaitForMeasurementsAsync(1, Patience);
        await StopAsync(stage);
        _clock.Advance(TimeSpan.FromHours(1));
        age.RecordObservableInstruments();

        var made = Assert.Single(stage.Run.Scheduled.List());
        Assert.Equal(made.Manifest.CreatedAt, stage.Storage.Get<BackupStatus>().Now.LastAt);
        Assert.Equal("done", runs.LastMeasurement?.Tags["outcome"]);
        Assert.Equal(3_600, age.LastMeasurement?.Value);
        Assert.False(stage.Storage.Get<BackupStatus>().Now.NeedsCare(_clock.GetUtcNow()));
    }

    [Fact]
    public async Task Worker_ThatFails_SaysSoAndTriesAgainAfterAnHour()
    {
        await using var stage = NewStage(services => services.AddSingleton<FreeSpace>(new ScarceSpace(plentifulLooks: 0)));
        using var runs = Runs(stage);
        await StartAsync(stage);

        _clock.Advance(BackupWorker.AfterStart);
        await runs.WaitForMeasurementsAsync(1, Patience);
        var status = stage.Storage.Get<BackupStatus>().Now;
        _clock.Advance(TimeSpan.FromHours(1));
        await runs.WaitForMeasurementsAsync(2, Patience);
        await StopAsync(stage);

        Assert.Equal(BackupFault.NoRoom, status.Fault);
        Assert.True(status.NeedsCare(_clock.GetUtcNow()));
        Assert.Equal("failed", runs.LastMeasurement?.Tags["outcome"]);
    }

    [Fact]
    public async Task Worker_SwitchedOff_StillKnowsWhatLiesThere()
    {
        await using var stage = NewStage(services => services.Configure<BackupOptions>(options => options.Every = TimeSpan.Zero));
        await stage.BackUpAsync();

        await StartAsync(stage);
        await StopAsync(stage);

        var state = stage.Storage.Get<BackupStatus>().Now;
        Assert.Equal((false, Messages.Noon), (state.IsOn, state.LastAt));
    }

    [Fact]
    public void State_WithTwoBackupsMissing_IsStale()
    {
        var state = new BackupState(TimeSpan.FromDays(1), Messages.Noon, 1, null, IsRunning: false);

        Assert.False(state.IsStale(Messages.Noon.AddHours(47)));
        Assert.True(state.IsStale(Messages.Noon.AddHours(49)));
        Assert.False((state with { Every = TimeSpan.Zero }).IsStale(Messages.Noon.AddHours(49)));
    }

    /// <summary>At noon, with a message.</summary>
    private BackupStage NewStage(Action<IServiceCollection>? more = null)
    {
        _clock.SetUtcNow(Messages.Noon);
        var stage = new BackupStage(_clock, more: more);
        stage.Storage.Fold(Messages.Sensor("A", "1"));
        return stage;
    }

    private static MetricCollector<long> Runs(BackupStage stage) => new(stage.Storage.Get<IMeterFactory>(), MeterNames.Dashboard, "sensoro.backup.runs");

    /// <summary>Starts the worker and returns after its first look.</summary>
    private async Task StartAsync(BackupStage stage)
    {
        await stage.Storage.Get<BackupWorker>().StartAsync(Cancelled);
        Assert.Equal(BackupWorker.Tick, await _clock.WaitForRestAsync());
    }

    private static Task StopAsync(BackupStage stage) => stage.Storage.Get<BackupWorker>().StopAsync(Cancelled);
}
