using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Sensoro.Domain.Ledger;
using Sensoro.Domain.Protocol;

namespace Sensoro.Dashboard.Webhook;

/// <summary>
/// Decides whether a push is from SENSORO. The headers are checked before the body is read, so that junk costs little; the
/// request's own host and scheme never enter the verdict.
/// </summary>
internal sealed class PushAuthenticator(ApplicationRegistry applications, IOptions<SensoroOptions> options, TimeProvider time)
{
    public const string IdHeader = "X-ACCESS-ID";
    public const string NonceHeader = "X-ACCESS-NONCE";
    public const string SignatureHeader = "X-ACCESS-SIGNATURE";
    private const int SignatureBytes = 32;

    /// <summary>None of the three headers is there and the configuration lets such pushes in.</summary>
    public bool IsUnsignedAllowed(IHeaderDictionary headers) =>
        options.Value.AllowUnsigned && !headers.ContainsKey(IdHeader) && !headers.ContainsKey(NonceHeader) && !headers.ContainsKey(SignatureHeader);

    /// <summary>Stage one: headers, application, form of the nonce and of the signature.</summary>
    public bool TryReadHeaders(IHeaderDictionary headers, out PushCredentials credentials, out WebhookAnswer refusal)
    {
        credentials = default;
        if (!TryReadOne(headers, IdHeader, out var appId, out refusal)
            || !TryReadOne(headers, NonceHeader, out var nonce, out refusal)
            || !TryReadOne(headers, SignatureHeader, out var signatureText, out refusal))
        {
            return false;
        }

        if (!TryRecognise(appId, nonce, out var application, out var sentAt, out refusal))
        {
            return false;
        }

        var signature = new byte[SignatureBytes];
        if (!PushSignature.TryDecode(signatureText, signature))
        {
            refusal = Mismatch();
            return false;
        }

        credentials = new(application, nonce, sentAt, signature);
        return true;
    }

    /// <summary>The same for a push whose headers were read before, with the applications as they are now.</summary>
    public bool TryRecall(RefusedPush push, out PushCredentials credentials, out WebhookAnswer refusal)
    {
        credentials = PushCredentials.Unsigned;
        if (push.Nonce.Length == 0)
        {
            refusal = options.Value.AllowUnsigned ? default : new(WebhookOutcome.HeaderMissing, "The push came without a signature, and such pushes are not accepted any more.");
            return options.Value.AllowUnsigned;
        }

        var known = TryRecognise(push.AppId, push.Nonce, out var application, out var sentAt, out refusal);
        credentials = known ? new(application, push.Nonce, sentAt, push.Signature.ToArray()) : credentials;
        return known;
    }

    /// <summary>Stage two: the signature over the raw bytes with each secret and each registered address, then the age of the nonce.</summary>
    public bool TryVerify(in PushCredentials credentials, string method, ReadOnlySpan<byte> body, out WebhookAnswer refusal)
    {
        if (!TryVerifySignature(credentials, method, body, out refusal))
        {
            return false;
        }

        var skew = time.GetUtcNow() - credentials.SentAt;
        if (skew.Duration() > options.Value.NonceTolerance)
        {
            var tolerance = options.Value.NonceTolerance;
            refusal = new(WebhookOutcome.NonceStale, $"The push is authentic, but its nonce is more than {tolerance} away from this server's clock; check the clocks or Sensoro:NonceTolerance.");
            return false;
        }

        refusal = default;
        return true;
    }

    /// <summary>The signature alone, whatever its age: for a push that has waited in the quarantine.</summary>
    public bool TryVerifySignature(in PushCredentials credentials, string method, ReadOnlySpan<byte> body, out WebhookAnswer refusal)
    {
        var matches = credentials.Application is { } application && HasMatchingSignature(application, credentials, method, body);
        refusal = matches ? default : Mismatch();
        return matches;
    }

    private bool HasMatchingSignature(RegisteredApplication application, in PushCredentials credentials, string method, ReadOnlySpan<byte> body)
    {
        for (var i = 0; i < application.Secrets.Count; i++)
        {
            foreach (var url in applications.UrlTexts)
            {
                if (PushSignature.Verify(application.Secrets[i], credentials.Nonce, method, url, body, credentials.Signature))
                {
                    NoteKey(application, i);
                    return true;
                }
            }
        }

        return false;
    }

    private bool TryRecognise(string appId, string nonce, [NotNullWhen(true)] out RegisteredApplication? application, out DateTimeOffset sentAt, out WebhookAnswer refusal)
    {
        application = applications.Find(appId);
        sentAt = default;
        refusal = application switch
        {
            null => new(WebhookOutcome.ApplicationUnknown, "No push service with this AppID is known; compare X-ACCESS-ID with the applications on the Connect page, capitals included."),
            _ when !TryReadNonce(nonce, out sentAt) => new(WebhookOutcome.NonceInvalid, "X-ACCESS-NONCE must be the send time in Unix milliseconds, decimal digits only."),
            _ => default,
        };
        return application is not null && refusal == default;
    }

    /// <summary>The present secret comes first; one behind it is being rotated out.</summary>
    private void NoteKey(RegisteredApplication application, int index)
    {
        if (index > 0)
        {
            application.Pushes.NotePreviousKey(time.GetUtcNow());
        }
    }

    private static bool TryReadOne(IHeaderDictionary headers, string name, out string value, out WebhookAnswer refusal)
    {
        var values = headers.TryGetValue(name, out var found) ? found : StringValues.Empty;
        value = values.Count == 1 ? values[0] ?? "" : "";
        refusal = values.Count switch
        {
            > 1 => new(WebhookOutcome.HeaderRepeated, $"The header {name} is there more than once; it must be there once."),
            _ when value.Length == 0 => new(WebhookOutcome.HeaderMissing, $"The header {name} is missing; a push carries {IdHeader}, {NonceHeader} and {SignatureHeader}."),
            _ => default,
        };
        return value.Length > 0;
    }

    private static bool TryReadNonce(string text, out DateTimeOffset sentAt)
    {
        var valid = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();
        sentAt = valid ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : default;
        return valid;
    }

    private static WebhookAnswer Mismatch() => new(
        WebhookOutcome.SignatureMismatch,
        "The signature does not match. Compare the AppSecret and the exact address registered at SENSORO with Sensoro:WebhookUrls: scheme, port, path and trailing slash count.");
}
