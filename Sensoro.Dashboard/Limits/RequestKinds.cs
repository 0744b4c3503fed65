namespace Sensoro.Dashboard.Limits;

/// <summary>Tells requests apart by their addresses.</summary>
internal static class RequestKinds
{
    private static readonly PathString Circuits = "/_blazor";
    private static readonly PathString Hubs = "/hubs";
    private static readonly PathString Api = "/api";
    private static readonly PathString ProviderSignIn = "/account/openid";
    private static readonly PathString Reports = "/csp-reports";
    private static readonly PathString[] Accounts = ["/account", "/setup", "/invitation"];
    private static readonly PathString[] Exports = ["/api/v1/exports", "/audit.csv", "/devices/list.csv", "/devices/labels"];

    public static RequestKind Of(HttpRequest request) => request.Path switch
    {
        var path when IsBelow(path, Circuits) || IsBelow(path, Hubs) => IsConnecting(request) ? RequestKind.Connection : RequestKind.Other,
        var path when Array.Exists(Exports, export => IsBelow(path, export)) || IsFile(path) => RequestKind.Export,
        var path when IsBelow(path, Api) => RequestKind.Api,
        var path when HttpMethods.IsPost(request.Method) && Array.Exists(Accounts, account => IsBelow(path, account)) => RequestKind.SignIn,
        var path when IsBelow(path, Reports) => RequestKind.Report,
        var path when IsBelow(path, ProviderSignIn) => RequestKind.ProviderSignIn,
        _ => RequestKind.Other,
    };

    /// <summary>A page's circuit, not the hub that its charts listen to.</summary>
    public static bool IsCircuit(HttpRequest request) => IsBelow(request.Path, Circuits) && IsConnecting(request);

    public static bool IsUpgrade(HttpRequest request) => request.Headers.Upgrade.Count > 0 || HttpMethods.IsConnect(request.Method);

    private static bool IsConnecting(HttpRequest request) =>
        IsUpgrade(request) || request.Path.Value?.EndsWith("/negotiate", StringComparison.OrdinalIgnoreCase) == true;

    private static bool IsFile(PathString path) => IsBelow(path, "/exports") && path.Value?.EndsWith("/file", StringComparison.OrdinalIgnoreCase) == true;

    private static bool IsBelow(PathString path, PathString folder) => path.StartsWithSegments(folder, StringComparison.OrdinalIgnoreCase);
}
