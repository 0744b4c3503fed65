using Microsoft.AspNetCore.Authentication;
using Sensoro.Dashboard.Access;
using Sensoro.Dashboard.Limits;

namespace Sensoro.Dashboard.Api;

internal static class ApiServiceCollectionExtensions
{
    /// <summary>The read API for other programs.</summary>
    public static IServiceCollection AddReadApi(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<ApiOptions, ApiOptionsValidator>().BindConfiguration(ApiOptions.Section);
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, TokenAuthenticationHandler>(Schemes.Token, null);
        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.Converters.Add(new MetricValueConverter());
            options.SerializerOptions.Converters.Add(new IsoTimeConverter());
            options.SerializerOptions.TypeInfoResolverChain.Insert(0, ApiJson.Default);
        });
        services.AddOpenApi("v1");
        return services;
    }

    public static IEndpointRouteBuilder MapReadApi(this IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup("/api/v1").WithTags("Read API").RequireAuthorization(Policies.Token).AddEndpointFilter<RouteGroupBuilder, WholeNumberFilter>();
        api.WithRequestTimeout(TimeoutPolicies.Query);
        api.MapGet("/devices", ReadApi.Devices).WithSummary("Devices with their latest values");
        api.MapGet("/devices/{sn}", ReadApi.Device).WithSummary("One device");
        api.MapGet("/devices/{sn}/readings", HistoryApi.Readings).WithSummary("The history of one metric, raw or in buckets");
        api.MapGet("/devices/{sn}/states", HistoryApi.States).WithSummary("The history of an on/off metric as intervals");
        api.MapGet("/devices/{sn}/track", HistoryApi.Track).WithSummary("Where the device has been");
        api.MapGet("/devices/{sn}/reliability", HistoryApi.Reliability).WithSummary("Reports received of those expected in the last seven days");
        api.MapGet("/exports/readings", ExportApi.Readings).WithSummary("Readings of many devices and any span, streamed as CSV or JSON Lines").WithRequestTimeout(TimeoutPolicies.Export);
        api.MapGet("/messages", ReadApi.Messages).WithSummary("The ledger, oldest first, by cursor");
        api.MapGet("/tasks", ReadApi.Tasks).WithSummary("Task results, newest first");
        api.MapGet("/stats", ReadApi.Stats).WithSummary("Counters since the start");
        endpoints.MapOpenApi().RequireAuthorization(Policies.PersonOrToken);
        return endpoints;
    }
}
