using System.Net;
using System.Text.RegularExpressions;

namespace Sensoro.Dashboard.Tests.Integration;

/// <summary>Signs somebody in as a browser does: by the form.</summary>
internal static partial class SessionCookie
{
    public const string Name = "sensoro-session";

    /// <summary>The cookie as a request header carries it.</summary>
    public static async Task<string> OfAsync(Uri address, string userName, string password = DashboardSettings.Password)
    {
        var cookies = new CookieContainer();
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies, UseProxy = false };
        using var client = new HttpClient(handler) { BaseAddress = address };
        using var answer = await PostAsync(client, "/account/sign-in", "sign-in", new Dictionary<string, string>(StringComparer.Ordinal) { ["UserName"] = userName, ["Password"] = password });
        var cookie = cookies.GetCookies(address)[Name] ?? throw new InvalidOperationException($"{userName} was not signed in: {answer.StatusCode}");
        return $"{Name}={cookie.Value}";
    }

    /// <summary>Opens a page with a form and sends the form, to another address than the page's where one is named.</summary>
    public static async Task<HttpResponseMessage> PostAsync(HttpClient client, string path, string form, IReadOnlyDictionary<string, string> fields, string? target = null)
    {
        var token = await FormTokenAsync(client, path);
        var content = fields.Select(static field => KeyValuePair.Create("Form." + field.Key, field.Value))
            .Append(new("_handler", form)).Append(new("__RequestVerificationToken", token));
        using var body = new FormUrlEncodedContent(content);
        return await SendAsync(client, target ?? path, body);
    }

    /// <summary>The token of the form on a page; the other half is in the client's cookies.</summary>
    public static async Task<string> FormTokenAsync(HttpClient client, string path) =>
        Token().Match(await client.GetStringAsync(new Uri(path, UriKind.Relative))).Groups["token"].Value;

    /// <summary>Sends a form as a browser does that has its page from here.</summary>
    public static async Task<HttpResponseMessage> SendAsync(HttpClient client, string path, HttpContent form)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = form };
        request.Headers.Add("Origin", client.BaseAddress?.GetLeftPart(UriPartial.Authority));
        return await client.SendAsync(request);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Token();
}
