using Microsoft.Extensions.DependencyInjection;
using Sensoro.Dashboard.Diagnostics;
using Sensoro.Dashboard.Live;
using Sensoro.Dashboard.Projection;
using Sensoro.Dashboard.Storage;
using Sensoro.Dashboard.Storage.Sqlite;
using Sensoro.Dashboard.Tests.Integration;
using Sensoro.Dashboard.Tests.Storage;

namespace Sensoro.Dashboard.Tests.Projection;

/// <summary>The worker's pace, on a clock that moves only when told.</summary>
public sealed class ProjectionRestTests : IAsyncDisposable
{
    private static readonly TimeSpan FoldTime = TimeSpan.FromMilliseconds(20);

    private readonly RestSignallingClock _clock = new();
    private readonly TemporaryStorage _storage;
    private readonly FeedSubscription _feed;
    private readonly ProjectionWorker _worker;

    public ProjectionRestTests()
    {
        _clock.SetUtcNow(Messages.Noon);
        _storage = Folding.NewStorage(_clock, more: services => services.AddSingleton<StateWriter>(provider =>
            new FaultyStateWriter(ActivatorUtilities.CreateInstance<SqliteStateWriter>(provider)) { Committing = () => _clock.Advance(FoldTime) }));
        _feed = _storage.Get<LiveFeed>().Subscribe(new FeedFilter { Messages = true }, TimeSpan.Zero);
        _worker = ActivatorUtilities.CreateInstance<ProjectionWorker>(_storage.Services);
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Worker_AtIdle_FoldsAtOnce()
    {
        await _worker.StartAsync(Cancelled);

        Append(1, 1);

        Assert.Equal(1, (await NextAsync()).Cursor);
    }

    [Fact]
    public async Task Worker_AfterAFold_RestsNineTimesAsLongAndTakesWhatCameMeanwhileAtOnce()
    {
        await _worker.StartAsync(Cancelled);
        Append(1, 1);
        await NextAsync();
        await _clock.WaitForRestAsync();
        Append(2, 1);
        Append(3, 1);

        _clock.Advance((9 * FoldTime) - TimeSpan.FromMilliseconds(1));
        Append(4, 1);
        _clock.Advance(TimeSpan.FromMilliseconds(1));

        var update = await NextAsync();
        Assert.Equal((4, 3), (update.Cursor, update.Messages.Count));
    }

    [Fact]
    public async Task Worker_WithAWholeFoldWaiting_RestsNoLonger()
    {
        await _worker.StartAsync(Cancelled);
        Append(1, 1);
        await NextAsync();
        await _clock.WaitForRestAsync();

        Append(2, ProjectionPace.FullFold);

        Assert.Equal(1 + ProjectionPace.FullFold, (await NextAsync()).Cursor);
    }

    [Fact]
    public async Task Lag_OfWhatIsNotFolded_IsItsNumberAndTheAgeOfTheOldest()
    {
        var lag = _storage.Get<ProjectionLag>();
        Assert.Equal((0, TimeSpan.Zero), (lag.Messages, lag.Age()));
        Append(1, 1);
        _clock.Advance(TimeSpan.FromSeconds(3));
        Append(2, 1);

        Assert.Equal((2, TimeSpan.FromSeconds(3)), (lag.Messages, lag.Age()));
        _storage.Get<PipelineStatus>().SetFolded(1);
        Assert.Equal((1, TimeSpan.Zero), (lag.Messages, lag.Age()));
    }

    public async ValueTask DisposeAsync()
    {
        await _worker.StopAsync(CancellationToken.None);
        _worker.Dispose();
        _feed.Dispose();
        await _storage.DisposeAsync();
    }

    private void Append(int first, int count) => _storage.Log.Append(
        [.. Enumerable.Range(first, count).Select(i => Messages.Sensor("A", $"{i}", createdAt: Messages.Noon.AddSeconds(i), receivedAt: _clock.GetUtcNow()))]);

    private async Task<FeedUpdate> NextAsync()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        limit.CancelAfter(DashboardFactory.Patience);
        await foreach (var update in _feed.ReadAllAsync(limit.Token))
        {
            return update;
        }

        throw new InvalidOperationException("The feed has ended.");
    }
}
