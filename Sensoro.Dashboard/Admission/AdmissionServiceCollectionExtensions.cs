using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using Sensoro.Dashboard.Diagnostics;

namespace Sensoro.Dashboard.Admission;

internal static class AdmissionServiceCollectionExtensions
{
    /// <summary>Lines in a while about foreign pages: anybody can bring them about.</summary>
    private const int MostLines = 100;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    /// <summary>Who is let in: which proxies are believed, which hosts are ours, whose pages may ask. Pushes pass none of it.</summary>
    public static IServiceCollection AddAdmission(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<ProxyOptions, ProxyOptionsValidator>().Configure<IConfiguration>(static (proxies, configuration) =>
        {
            proxies.Texts = configuration.GetSection(ProxyOptions.Section).Get<string[]>() ?? [];
            proxies.TrustsEverybody = string.Equals(configuration[ProxyOptions.TrustEverybodyKey], "true", StringComparison.OrdinalIgnoreCase);
        });
        services.AddOptionsWithValidateOnStart<KnownHostsOptions, KnownHostsOptionsValidator>().Configure<IConfiguration>(
            static (hosts, configuration) => hosts.Text = configuration[KnownHostsOptions.Key] ?? "");
        services.AddSingleton<KnownHosts>();

        // The framework's own filter stands before everything, and would judge pushes by a header that is none of their business.
        services.Configure<HostFilteringOptions>(static framework => framework.AllowedHosts = ["*"]);
        return services;
    }

    /// <summary>Takes the word of the configured proxies, and of nobody else, on who the visitor is and how they came.</summary>
    public static IApplicationBuilder UseProxies(this IApplicationBuilder app)
    {
        var networks = app.ApplicationServices.GetRequiredService<IOptions<ProxyOptions>>().Value.Networks.ToList();
        if (networks.Count == 0)
        {
            return app;
        }

        // Not the host: proxies hand on what a visitor claims there. Forward the Host header itself.
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        networks.ForEach(options.KnownIPNetworks.Add);
        return app.UseForwardedHeaders(options);
    }

    /// <summary>400 for a host that is not ours.</summary>
    public static IApplicationBuilder UseKnownHosts(this IApplicationBuilder app)
    {
        var hosts = app.ApplicationServices.GetRequiredService<KnownHosts>();
        var logger = app.ApplicationServices.GetRequiredService<ILogger<KnownHosts>>();
        return app.Use(async (context, next) =>
        {
            if (hosts.Admits(context.Request))
            {
                await next(context);
                return;
            }

            Log.HostUnknown(logger, LogText.Of(context.Request.Host.Value), context.Connection.RemoteIpAddress);
            await TypedResults.Problem(
                "The program does not go by this name. Whoever runs it can add the name to AllowedHosts, such as localhost;sensors.example.com.",
                statusCode: StatusCodes.Status400BadRequest).ExecuteAsync(context);
        });
    }

    /// <summary>403 for pages of another origin that want to change something or to listen.</summary>
    public static IApplicationBuilder UseOwnOrigin(this IApplicationBuilder app)
    {
        var logger = app.ApplicationServices.GetRequiredService<ILogger<KnownHosts>>();
        var lines = new FloodGate(app.ApplicationServices.GetRequiredService<TimeProvider>(), MostLines, Window);
        return app.Use(async (context, next) =>
        {
            if (OriginRule.Admits(context.Request))
            {
                await next(context);
                return;
            }

            if (lines.TryPass(out _))
            {
                Log.OriginForeign(logger, LogText.Of(context.Request.Path), LogText.Of(context.Request.Headers.Origin), LogText.Of(OriginRule.OwnOrigin(context.Request)));
            }

            await TypedResults.Problem(
                "Only pages of this program may ask for this. Behind a reverse proxy, forward Host and X-Forwarded-Proto as the visitor sent them, and name the proxy in Proxies:0.",
                statusCode: StatusCodes.Status403Forbidden).ExecuteAsync(context);
        });
    }
}
