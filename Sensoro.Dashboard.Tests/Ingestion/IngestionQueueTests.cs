namespace Sensoro.Dashboard.Tests.Ingestion;

public sealed class IngestionQueueTests
{
    [Fact]
    public async Task TryEnqueue_WithAPlace_TakesThePushAtOnce()
    {
        var parts = new IngestionParts();

        Assert.True(await parts.Queue.TryEnqueueAsync(IngestionParts.Push(1)));

        Assert.Equal(1, parts.Status.QueueDepth);
    }

    [Fact]
    public async Task TryEnqueue_OnAFullQueue_GivesUpAtTheTimeoutAndNotBefore()
    {
        var parts = new IngestionParts(options => (options.QueueCapacity, options.EnqueueTimeout) = (1, TimeSpan.FromSeconds(2)));
        await parts.EnqueueAsync(1);

        var waiting = parts.Queue.TryEnqueueAsync(IngestionParts.Push(2)).AsTask();
        parts.Clock.Advance(TimeSpan.FromMilliseconds(1_999));
        Assert.False(waiting.IsCompleted);
        parts.Clock.Advance(TimeSpan.FromMilliseconds(1));

        Assert.False(await waiting.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken));
        Assert.Single(await parts.Collector.NextAsync());
    }

    [Fact]
    public async Task TryEnqueue_OnAQueueThatDrainsInTime_TakesThePush()
    {
        var parts = new IngestionParts(options => options.QueueCapacity = 1);
        await parts.EnqueueAsync(1);
        var waiting = parts.Queue.TryEnqueueAsync(IngestionParts.Push(2)).AsTask();

        await parts.Collector.NextAsync();

        Assert.True(await waiting.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task TryEnqueue_AfterClosing_RefusesAtOnce()
    {
        var parts = new IngestionParts();
        parts.Queue.Close();

        Assert.False(await parts.Queue.TryEnqueueAsync(IngestionParts.Push(1)));
    }

    [Fact]
    public async Task Close_WhileAPushWaitsForAPlace_RefusesIt()
    {
        var parts = new IngestionParts(options => options.QueueCapacity = 1);
        await parts.EnqueueAsync(1);
        var waiting = parts.Queue.TryEnqueueAsync(IngestionParts.Push(2)).AsTask();

        parts.Queue.Close();

        Assert.False(await waiting.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken));
        Assert.Single(await parts.Collector.NextAsync());
        Assert.Empty(await parts.Collector.NextAsync());
    }
}
