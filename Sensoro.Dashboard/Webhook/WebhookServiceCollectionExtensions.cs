using Sensoro.Dashboard.Diagnostics;

namespace Sensoro.Dashboard.Webhook;

internal static class WebhookServiceCollectionExtensions
{
    /// <summary>The door: verifies, opens and hands on what SENSORO posts.</summary>
    public static IServiceCollection AddWebhook(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<SensoroOptions, SensoroOptionsValidator>().BindConfiguration(SensoroOptions.Section);
        services.AddOptionsWithValidateOnStart<QuarantineIntakeOptions, AnnotationValidator<QuarantineIntakeOptions>>().BindConfiguration(QuarantineIntakeOptions.Section);
        services.AddSingleton<ApplicationRegistry>();
        services.AddSingleton<UnverifiedRate>();
        services.AddSingleton<QuarantineIntake>();
        services.AddSingleton<PushAuthenticator>();
        services.AddSingleton<PushOpener>();
        services.AddSingleton<PushReceiver>();
        services.AddControllers().ConfigureApplicationPartManager(parts => parts.FeatureProviders.Add(new InternalControllers()));
        services.AddProblemDetails();
        return services;
    }
}
