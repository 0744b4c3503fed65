namespace Sensoro.Dashboard.Security.SignIn;

/// <summary>Addresses that people without a session are sent to.</summary>
internal static class SignInAddress
{
    public const string Account = "/account";
    public const string SignIn = "/account/sign-in";
    public const string SignOut = "/account/sign-out";
    public const string Denied = "/account/denied";
    public const string SetUp = "/setup";

    /// <summary>The sign-in page that leads back to an address.</summary>
    public static string SignInThen(string address) => address is "/" or "" ? SignIn : $"{SignIn}?returnUrl={Uri.EscapeDataString(address)}";

    /// <summary>Somebody looks at the answer, who can be sent elsewhere; programs want a status.</summary>
    public static bool IsForPeople(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
