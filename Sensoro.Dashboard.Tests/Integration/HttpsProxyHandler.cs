using System.Net;

namespace Sensoro.Dashboard.Tests.Integration;

/// <summary>What a browser and a reverse proxy that ends HTTPS do between them: cookies by their rules, and a word of the scheme.</summary>
internal sealed class HttpsProxyHandler() : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false })
{
    private readonly CookieContainer _cookies = new();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var address = new UriBuilder(request.RequestUri!) { Scheme = Uri.UriSchemeHttps }.Uri;
        request.Headers.Add("X-Forwarded-Proto", Uri.UriSchemeHttps);
        if (request.Headers.Remove("Origin"))
        {
            request.Headers.Add("Origin", address.GetLeftPart(UriPartial.Authority));
        }

        if (_cookies.GetCookieHeader(address) is { Length: > 0 } cookies)
        {
            request.Headers.Add("Cookie", cookies);
        }

        var answer = await base.SendAsync(request, cancellationToken);
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var values) ? values : [])
        {
            _cookies.SetCookies(address, cookie);
        }

        return answer;
    }
}
