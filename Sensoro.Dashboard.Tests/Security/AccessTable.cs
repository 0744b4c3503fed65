using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Sensoro.Dashboard.Access;
using Sensoro.Dashboard.Hubs;
using Sensoro.Dashboard.Tests.Integration;

namespace Sensoro.Dashboard.Tests.Security;

/// <summary>Every address of the running program with who may ask it, as the program itself decides it.</summary>
internal static class AccessTable
{
    public const string Everybody = "everybody";
    public const string Undecided = "UNDECIDED";

    private const string File = "Security/access.txt";

    /// <summary>Files that came after the build, which only a program run from its source serves; the rule for what says nothing keeps them for viewers.</summary>
    private const string LateFiles = "{**path:file}";

    /// <summary>The table as it is kept beside the tests.</summary>
    public static string Path { get; } = System.IO.Path.Combine(SourceTree.Root, "Sensoro.Dashboard.Tests", File);

    /// <summary>The endpoints that can be asked; files that the build made are one.</summary>
    public static IReadOnlyList<RouteEndpoint> Endpoints(DashboardFactory dashboard) =>
    [
        .. All(dashboard)
            .Where(static endpoint => !endpoint.Metadata.Any(static item => item.GetType().Name.StartsWith("StaticAsset", StringComparison.Ordinal)))
            .OrderBy(static endpoint => endpoint.RoutePattern.RawText, StringComparer.Ordinal).ThenBy(MethodOf, StringComparer.Ordinal),
    ];

    public static IEnumerable<RouteEndpoint> Assets(DashboardFactory dashboard) =>
        All(dashboard).Except(Endpoints(dashboard));

    /// <summary>Who may ask it; <see cref="Undecided"/> when only the rule for what says nothing applies.</summary>
    public static string DecisionOf(Endpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
        {
            return Everybody;
        }

        var decisions = endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(static data => data.Policy ?? Policies.Viewer).ToHashSet(StringComparer.Ordinal);
        string[] strictestFirst = [.. TokenScopes.All.Select(Policies.Token), Policies.Administrator, Policies.Operator, Policies.Viewer, .. TokenScopes.All.Select(Policies.PersonOrToken)];
        return Array.Find(strictestFirst, decisions.Contains) ?? Undecided;
    }

    public static string MethodOf(RouteEndpoint endpoint) => string.Join(',', endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Order(StringComparer.Ordinal).ToArray() ?? []) is { Length: > 0 } methods ? methods : "any";

    /// <summary>The whole table, a line for each.</summary>
    public static IEnumerable<string> Lines(DashboardFactory dashboard) =>
    [
        "# Who may ask what. Made by AccessTableTests; a line that changes is a decision that changes.",
        .. Endpoints(dashboard).Select(static endpoint => $"{Address(endpoint),-44} {MethodOf(endpoint),-16} {DecisionOf(endpoint)}").Distinct(StringComparer.Ordinal),
        .. Assets(dashboard).Select(DecisionOf).Distinct(StringComparer.Ordinal).Select(static decision => $"{"(files of the build)",-44} {"GET,HEAD",-16} {decision}"),
        "",
        "# Methods of the hub, for whoever may ask /hubs/telemetry",
        .. typeof(TelemetryHub).GetMethods(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.DeclaredOnly)
            .Where(static method => method.GetBaseDefinition() == method).Select(static method => method.Name).Order(StringComparer.Ordinal),
        "",
        "# Commands, by the role that each demands of whoever acts",
        .. GuardedCommand.All.Select(static command => $"{command.Name,-44} {command.Needed}"),
    ];

    private static IEnumerable<RouteEndpoint> All(DashboardFactory dashboard) =>
        dashboard.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(static endpoint => endpoint.RoutePattern.RawText?.TrimStart('/') != LateFiles);

    private static string Address(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText?.TrimStart('/');
}
