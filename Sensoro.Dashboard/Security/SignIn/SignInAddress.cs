namespace Sensoro.Dashboard.Security.SignIn;

/// <summary>Addresses that people without a session are sent to.</summary>
internal static class SignInAddress
{
    public const string Account = "/account";
    public const string SignIn = "/account/sign-in";
    public const string Code = "/account/code";
    public const string Recovery = "/account/recovery";
    public const string Authenticator = "/account/authenticator";
    public const string Passkeys = "/account/passkeys";
    public const string NewPasskey = "/account/passkeys/new";
    public const string AskForPasskey = "/account/passkeys/question";
    public const string AskForNewPasskey = "/account/passkeys/new/question";
    public const string Password = "/account/password";
    public const string SignOut = "/account/sign-out";
    public const string Denied = "/account/denied";
    public const string SetUp = "/setup";

    /// <summary>The sign-in page that leads back to an address.</summary>
    public static string SignInThen(string address) => Then(SignIn, address);

    /// <summary>A page of the way in, which leads on to an address.</summary>
    public static string Then(string page, string address) => address is "/" or "" ? page : $"{page}?returnUrl={Uri.EscapeDataString(address)}";

    /// <summary>Somebody looks at the answer, who can be sent elsewhere; programs want a status.</summary>
    public static bool IsForPeople(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
