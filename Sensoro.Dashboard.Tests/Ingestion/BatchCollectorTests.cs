namespace Sensoro.Dashboard.Tests.Ingestion;

public sealed class BatchCollectorTests
{
    [Fact]
    public async Task Next_WithoutADelay_TakesWhatWaitsAndNoMore()
    {
        var parts = new IngestionParts();
        await parts.EnqueueAsync(3);

        var batch = await parts.Collector.NextAsync();

        Assert.Equal(3, batch.Count);
    }

    [Fact]
    public async Task Next_WithMoreThanABatchCarries_LeavesTheRestInOrder()
    {
        var parts = new IngestionParts(options => options.MaxBatchSize = 4);
        await parts.EnqueueAsync(10);

        var sizes = new List<int>();
        var msgIds = new List<string?>();
        for (var i = 0; i < 3; i++)
        {
            var batch = await parts.Collector.NextAsync();
            sizes.Add(batch.Count);
            msgIds.AddRange(batch.Select(push => push.Message.MsgId));
        }

        Assert.Equal([4, 4, 2], sizes);
        Assert.Equal(Enumerable.Range(0, 10).Select(i => $"{i}"), msgIds, StringComparer.Ordinal);
    }

    [Fact]
    public async Task Next_OnAnEmptyQueue_WaitsForThePushThatComes()
    {
        var parts = new IngestionParts();
        var next = parts.Collector.NextAsync().AsTask();
        Assert.False(next.IsCompleted);

        await parts.EnqueueAsync(1);

        Assert.Single(await next.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Next_WithADelay_GathersUntilItIsOver()
    {
        var parts = new IngestionParts(options => options.MaxBatchDelay = TimeSpan.FromMilliseconds(20));
        await parts.EnqueueAsync(2);

        var next = parts.Collector.NextAsync().AsTask();
        await parts.EnqueueAsync(3);
        Assert.False(next.IsCompleted);
        parts.Clock.Advance(TimeSpan.FromMilliseconds(20));

        Assert.Equal(5, (await next.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken)).Count);
    }

    [Fact]
    public async Task Next_WithAFullBatch_DoesNotWaitForTheDelay()
    {
        var parts = new IngestionParts(options => (options.MaxBatchDelay, options.MaxBatchSize) = (TimeSpan.FromMilliseconds(20), 2));
        await parts.EnqueueAsync(3);

        Assert.Equal(2, (await parts.Collector.NextAsync()).Count);
    }

    [Fact]
    public async Task Next_OnAClosedQueue_DrainsItAndThenIsEmpty()
    {
        var parts = new IngestionParts(options => options.MaxBatchSize = 2);
        await parts.EnqueueAsync(3);
        parts.Queue.Close();

        Assert.Equal(2, (await parts.Collector.NextAsync()).Count);
        Assert.Single(await parts.Collector.NextAsync());
        Assert.Empty(await parts.Collector.NextAsync());
    }
}
