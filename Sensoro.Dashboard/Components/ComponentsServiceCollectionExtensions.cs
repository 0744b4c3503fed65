using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Localization;
using MudBlazor;
using MudBlazor.Services;
using Sensoro.Dashboard.Access;
using Sensoro.Dashboard.Components.Account;
using Sensoro.Dashboard.Components.Devices;
using Sensoro.Dashboard.Components.Elements;
using Sensoro.Dashboard.Components.Labels;
using Sensoro.Dashboard.Components.Layout;
using Sensoro.Dashboard.Components.Map;
using Sensoro.Dashboard.Components.Messages;
using Sensoro.Dashboard.Components.OpenId;
using Sensoro.Dashboard.Components.Overview;
using Sensoro.Dashboard.Components.Theme;
using Sensoro.Dashboard.Components.Zone;
using Sensoro.Dashboard.Import;
using Sensoro.Dashboard.Security.SignIn;

namespace Sensoro.Dashboard.Components;

internal static class ComponentsServiceCollectionExtensions
{
    /// <summary>Every page is an endpoint for forms as well; one that has a form's endpoint of its own comes after it.</summary>
    private const int BeforePages = -1;

    /// <summary>The pages.</summary>
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<MapOptions, MapOptionsValidator>().BindConfiguration(MapOptions.Section);
        services.AddLocalization();
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.SetDefaultCulture("en").AddSupportedCultures(LanguageEndpoint.Languages).AddSupportedUICultures(LanguageEndpoint.Languages);
            options.RequestCultureProviders = [new CookieRequestCultureProvider(), new AcceptLanguageHeaderRequestCultureProvider()];
        });
        services.AddCascadingAuthenticationState();
        services.AddRazorComponents().AddInteractiveServerComponents(options =>
        {
            options.DisconnectedCircuitMaxRetained = 100;
            options.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(2);
        });
        services.AddScoped<AuthenticationStateProvider, CircuitIdentity>();
        services.AddMudServices(options =>
        {
            options.SnackbarConfiguration.PositionClass = Defaults.Classes.Position.BottomRight;
            options.SnackbarConfiguration.VisibleStateDuration = 6_000;
            options.SnackbarConfiguration.ShowTransitionDuration = 120;
            options.SnackbarConfiguration.HideTransitionDuration = 120;
        });
        services.AddSingleton<ThemeSheet>();
        services.AddTransient<UndoOffer>();
        services.AddScoped<LabelChange>();
        services.AddSingleton<DeviceImport>();
        services.AddScoped<ViewChange>();
        services.AddScoped<LookMemory>();
        services.AddOptionsWithValidateOnStart<SiteOptions, SiteOptionsValidator>().BindConfiguration(SiteOptions.Section);
        services.AddSingleton<TimeProvider, ReaderTimeProvider>();
        services.AddSingleton<HeaderSearch>();
        services.AddSingleton<OverviewReader>();
        services.AddSingleton<LedgerReader>();
        return services;
    }

    /// <summary>People who mistype an address get a page that says so; programs keep the plain answer of what they called.</summary>
    public static IApplicationBuilder UseNotFoundPage(this IApplicationBuilder app)
    {
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        return app.Use(static (context, next) =>
        {
            if (!WantsPage(context.Request) && context.Features.Get<IStatusCodePagesFeature>() is { } pages)
            {
                pages.Enabled = false;
            }

            return next(context);
        });
    }

    /// <summary>Everything that follows speaks the reader's language, keeps the reader's time and is laid out as the reader had it.</summary>
    public static IApplicationBuilder UseReader(this IApplicationBuilder app) => app.UseRequestLocalization().Use(ZoneCookies.FollowAsync).Use(LookCookies.FollowAsync);

    public static IEndpointRouteBuilder MapPages(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/language/{culture}", LanguageEndpoint.Choose).AllowAnonymous().ExcludeFromDescription();
        endpoints.MapGet("/zone/{choice}", ZoneEndpoint.Choose).AllowAnonymous().ExcludeFromDescription();
        endpoints.MapPost(SignInAddress.SignIn, SignInEndpoint.PostAsync).WithOrder(BeforePages).AllowAnonymous().ExcludeFromDescription();
        endpoints.MapPost(SignInAddress.SignOut, SignOutEndpoint.PostAsync).AllowAnonymous().ExcludeFromDescription();
        endpoints.MapPost(SignInAddress.AskForPasskey, PasskeyQuestions.ToSignInAsync).AllowAnonymous().ExcludeFromDescription();
        endpoints.MapPost(SignInAddress.AskForNewPasskey, PasskeyQuestions.ToAddAsync).RequireAuthorization(Policies.Viewer).ExcludeFromDescription();
        OpenIdEndpoints.Map(endpoints);
        endpoints.MapStaticAssets().AllowAnonymous();
        endpoints.MapGet(ThemeSheet.Path, ThemeSheet.GetAsync).AllowAnonymous().ExcludeFromDescription();

        // Who may frame a page stands in the program's own policy; a second header would only say it again.
        endpoints.MapRazorComponents<App>().AddInteractiveServerRenderMode(static options => options.ContentSecurityFrameAncestorsPolicy = null)
            .RequireAuthorization(Policies.Viewer);
        return endpoints;
    }

    private static bool WantsPage(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
