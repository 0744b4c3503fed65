namespace Sensoro.Dashboard.Tests.Integration;

/// <summary>Signs in before the first request to anything but the webhook, and sends the cookie with each from then on.</summary>
internal sealed class SignedInHandler(string userName) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false })
{
    private Task<string>? _cookie;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri is { AbsolutePath: not "/webhook" } address && request.Headers.Authorization is null)
        {
            var cookie = await (_cookie ??= SessionCookie.OfAsync(new Uri(address, "/"), userName));
            request.Headers.TryAddWithoutValidation("Cookie", cookie);
        }

        return await base.SendAsync(request, cancellationToken);
    }
}
