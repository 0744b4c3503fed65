using System.Text;
using Microsoft.Extensions.Options;
using Sensoro.Dashboard.Access;
using Sensoro.Dashboard.Storage;
using Sensoro.Dashboard.Webhook;
using Sensoro.Domain.Ledger;
using Sensoro.Domain.Protocol;

namespace Sensoro.Dashboard.Quarantine;

/// <summary>
/// Finds out which one setting turned a push away, by trying what could have been meant. It only ever tells: nothing is accepted
/// because a candidate fits.
/// </summary>
internal sealed class WebhookDoctor(
    QuarantineQueries refused,
    QuarantineVerifier verifier,
    ApplicationRegistry applications,
    PushOpener opener,
    IOptions<SensoroOptions> options)
{
    /// <summary>Kept pushes that a key is tried on.</summary>
    public const int MostTried = 500;

    /// <summary>Examines the push that was refused last; null when the quarantine is empty.</summary>
    public async Task<Diagnosis?> ExamineLastAsync(CancellationToken cancellationToken) =>
        await refused.FindNewestAsync(QuarantineFilter.Everything, cancellationToken) is { } last ? Examine(last) : null;

    /// <summary>Examines one push; null when it has left the quarantine.</summary>
    public async Task<Diagnosis?> ExamineAsync(long id, CancellationToken cancellationToken) =>
        await refused.FindAsync(id, cancellationToken) is { } push ? Examine(push) : null;

    /// <summary>How many of an application's newest kept pushes a key that somebody has at hand would open: of how many. The key is not kept.</summary>
    public async Task<(int Passing, int Tried)> TryKeysAsync(string appId, string appKey, string appSecret, CancellationToken cancellationToken)
    {
        Acting.Demand(Role.Administrator);
        if (applications.Find(appId) is not { } application)
        {
            return (0, 0);
        }

        var tried = application.WithKeys(appKey, appSecret);
        var newest = await refused.NewestAsync(new QuarantineFilter { AppId = appId }, null, MostTried, cancellationToken);
        var chosen = new QuarantineFilter { Ids = [.. newest.Select(static push => push.Id)] };
        var (passing, after) = (0, 0L);
        while (await refused.SliceAsync(chosen, after, long.MaxValue, cancellationToken) is { Count: > 0 } slice)
        {
            passing += slice.Count(push => Passes(tried, push.Push) || Passes(tried, push.Last));
            after = slice[^1].Id;
        }

        return (passing, newest.Count);
    }

    private Diagnosis Examine(QuarantinedPush push)
    {
        using var opened = verifier.Open(push, out var refusal);
        var application = applications.Find(push.Push.AppId);
        var found = new Diagnosis
        {
            Refused = push,
            Cause = DoctorCause.Mended,
            Application = application?.DisplayName ?? push.Push.AppId,
            Skew = SentAt(push.Push) is { } sent ? push.Push.ReceivedAt - sent : null,
            Tolerance = options.Value.NonceTolerance,
            Detail = opened is null ? refusal.Detail : push.Push.Detail,
        };
        return (opened, application) switch
        {
            ({ }, _) => found with { Cause = push.Push.Reason == RefusalReason.NonceStale ? DoctorCause.ClockDiffers : DoctorCause.Mended },
            (_, null) => found with { Cause = push.Push.Nonce.Length == 0 ? DoctorCause.NoSignature : DoctorCause.ApplicationUnknown },
            (_, { } ours) => refusal.Outcome switch
            {
                WebhookOutcome.SignatureMismatch => ExamineSignature(found, ours),
                WebhookOutcome.Undecryptable => ExamineContent(found, ours),
                _ => found with { Cause = DoctorCause.Unreadable },
            },
        };
    }

    /// <summary>The addresses first, with our own secrets: that is the commonest slip. Then whatever else could have been entered.</summary>
    private Diagnosis ExamineSignature(Diagnosis found, RegisteredApplication ours)
    {
        var registered = options.Value.EffectiveWebhookUrls;
        var candidates = new List<DoctorCandidate>();
        foreach (var url in UrlCandidates.Of(registered, found.Refused.Push.Url))
        {
            var isRegistered = registered.Contains(url, StringComparer.Ordinal);
            candidates.AddRange(ours.Secrets.Select((secret, i) =>
                Try(found, url, isRegistered, secret, i == 0 ? DoctorKey.Current : DoctorKey.Previous, ours)));
            candidates.AddRange(ours.WithKeysSwapped().Secrets.Select(secret => Try(found, url, isRegistered, secret, DoctorKey.AppKey, ours)));
            candidates.AddRange(applications.All.Where(other => other != ours)
                .SelectMany(other => other.Secrets.Select(secret => Try(found, url, isRegistered, secret, DoctorKey.OtherApplication, other))));
        }

        var match = candidates.Find(static candidate => candidate.Matches);
        return found with
        {
            Candidates = candidates,
            Url = match?.Url,
            Other = match is { Key: DoctorKey.OtherApplication } ? match.Application : null,
            Cause = match?.Key switch
            {
                DoctorKey.Current or DoctorKey.Previous => DoctorCause.AddressDiffers,
                DoctorKey.AppKey => DoctorCause.KeysSwapped,
                DoctorKey.OtherApplication => DoctorCause.KeysOfAnother,
                null => DoctorCause.SecretDiffers,
            },
        };
    }

    private Diagnosis ExamineContent(Diagnosis found, RegisteredApplication ours)
    {
        var other = applications.All.FirstOrDefault(other => other != ours && Opens(ours.WithKeysOf(other), found.Refused.Push));
        return found with
        {
            Cause = other is not null ? DoctorCause.AppKeyOfAnother : Opens(ours.WithKeysSwapped(), found.Refused.Push) ? DoctorCause.KeysSwapped : DoctorCause.AppKeyDiffers,
            Other = other?.DisplayName,
        };
    }

    private static DoctorCandidate Try(Diagnosis found, string url, bool isRegistered, byte[] secret, DoctorKey key, RegisteredApplication whose)
    {
        var push = found.Refused.Push;
        var matches = PushSignature.Verify(secret, push.Nonce, HttpMethods.Post, Encoding.UTF8.GetBytes(url), push.Body.Span, push.Signature.Span);
        return new DoctorCandidate(url, isRegistered, key, whose.DisplayName, matches);
    }

    private bool Passes(RegisteredApplication application, RefusedPush push) =>
        applications.UrlTexts.Any(url => application.Secrets.Any(secret => PushSignature.Verify(secret, push.Nonce, HttpMethods.Post, url, push.Body.Span, push.Signature.Span)))
        && Opens(application, push);

    private bool Opens(RegisteredApplication application, RefusedPush push)
    {
        using var opened = opener.Open(new PushCredentials(application, push.Nonce, push.ReceivedAt, []), push.Body, out _);
        return opened is not null;
    }

    private static DateTimeOffset? SentAt(RefusedPush push) =>
        long.TryParse(push.Nonce, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var milliseconds)
        && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : null;
}
