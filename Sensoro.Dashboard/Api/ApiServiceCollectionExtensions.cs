using Sensoro.Dashboard.Access;
using Sensoro.Dashboard.Limits;

namespace Sensoro.Dashboard.Api;

internal static class ApiServiceCollectionExtensions
{
    /// <summary>The read API for other programs.</summary>
    public static IServiceCollection AddReadApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.Converters.Add(new MetricValueConverter());
            options.SerializerOptions.Converters.Add(new IsoTimeConverter());
            options.SerializerOptions.TypeInfoResolverChain.Insert(0, ApiJson.Default);
        });
        services.AddOpenApi("v1", static options => options.AddDocumentTransformer(ScopeDescription.AddScheme).AddOperationTransformer(ScopeDescription.AddScope));
        return services;
    }

    public static IEndpointRouteBuilder MapReadApi(this IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup("/api/v1").WithTags("Read API").AddEndpointFilter<RouteGroupBuilder, WholeNumberFilter>();
        var exports = api.MapGroup("/exports").RequireAuthorization(Policies.Token(TokenScope.Export));
        exports.WithRequestTimeout(TimeoutPolicies.Export);
        exports.MapGet("/readings", ExportApi.Readings).WithSummary("Readings of many devices and any span, streamed as CSV or JSON Lines");
        var reads = api.MapGroup("").RequireAuthorization(Policies.Token(TokenScope.Read));
        reads.WithRequestTimeout(TimeoutPolicies.Query);
        reads.MapGet("/devices", ReadApi.Devices).WithSummary("Devices with their latest values");
        reads.MapGet("/devices/{sn}", ReadApi.Device).WithSummary("One device");
        reads.MapGet("/devices/{sn}/readings", HistoryApi.Readings).WithSummary("The history of one metric, raw or in buckets");
        reads.MapGet("/devices/{sn}/states", HistoryApi.States).WithSummary("The history of an on/off metric as intervals");
        reads.MapGet("/devices/{sn}/track", HistoryApi.Track).WithSummary("Where the device has been");
        reads.MapGet("/devices/{sn}/reliability", HistoryApi.Reliability).WithSummary("Reports received of those expected in the last seven days");
        reads.MapGet("/messages", ReadApi.Messages).WithSummary("The ledger, oldest first, by cursor");
        reads.MapGet("/tasks", ReadApi.Tasks).WithSummary("Task results, newest first");
        reads.MapGet("/stats", ReadApi.Stats).WithSummary("Counters since the start");
        endpoints.MapOpenApi().RequireAuthorization(Policies.PersonOrToken(TokenScope.Read));
        return endpoints;
    }
}
