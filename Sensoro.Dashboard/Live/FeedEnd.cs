namespace Sensoro.Dashboard.Live;

/// <summary>Closes the feed in the first moment of the end.</summary>
internal sealed class FeedEnd(LiveFeed feed, IHostApplicationLifetime lifetime) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStopping.Register(feed.Close);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
