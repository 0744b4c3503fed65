namespace Sensoro.Dashboard.Quarantine;

internal static class QuarantineServiceCollectionExtensions
{
    /// <summary>What was refused: why, and how it is put right.</summary>
    public static IServiceCollection AddQuarantine(this IServiceCollection services)
    {
        services.AddSingleton<QuarantineVerifier>();
        services.AddSingleton<QuarantineDesk>();
        services.AddSingleton<WebhookDoctor>();
        return services;
    }
}
