namespace Sensoro.Dashboard.Live;

internal static class LiveServiceCollectionExtensions
{
    /// <summary>The news of this process.</summary>
    public static IServiceCollection AddLive(this IServiceCollection services) => services.AddSingleton<LiveFeed>().AddHostedService<FeedEnd>();
}
