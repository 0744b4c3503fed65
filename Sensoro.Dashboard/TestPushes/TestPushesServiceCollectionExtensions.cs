namespace Sensoro.Dashboard.TestPushes;

internal static class TestPushesServiceCollectionExtensions
{
    /// <summary>Pushes of our own through the real address, to see whether SENSORO's would arrive.</summary>
    public static IServiceCollection AddTestPushes(this IServiceCollection services)
    {
        // The client's own log would write the address and, at its lowest level, the signature.
        services.AddHttpClient(nameof(PushPoster)).RemoveAllLoggers().ConfigurePrimaryHttpMessageHandler(static () => new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,

            // SENSORO comes from outside, not through this machine's proxy; and a proxy cannot reach this very machine.
            UseProxy = false,
        });
        services.AddSingleton<PushPoster>();
        services.AddSingleton<TestPushSender>();
        return services;
    }
}
