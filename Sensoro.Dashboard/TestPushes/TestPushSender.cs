using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using Sensoro.Dashboard.Access;
using Sensoro.Dashboard.Diagnostics;
using Sensoro.Dashboard.Live;
using Sensoro.Dashboard.Storage;
using Sensoro.Dashboard.Webhook;

namespace Sensoro.Dashboard.TestPushes;

/// <summary>
/// Sends a push the whole way from signing to a live page, to find the first thing that is wrong before SENSORO does. Nothing is
/// taken for granted: that an answer came says nothing until the message is found in this program's own log.
/// </summary>
internal sealed class TestPushSender(
    ApplicationRegistry applications,
    IOptions<SensoroOptions> sensoro,
    OwnAddress own,
    PushPoster poster,
    MessageQueries messages,
    LiveFeed feed,
    TimeProvider time,
    ILogger<TestPushSender> logger)
{
    /// <summary>The pages hear of a push well within a second; this long means that something hangs.</summary>
    private static readonly TimeSpan PatienceForPages = TimeSpan.FromSeconds(10);

    /// <summary>Message numbers that one millisecond has room for.</summary>
    private const int NumbersPerMillisecond = 1_000;

    private int _sent;

    /// <summary>Where a push can go: the registered addresses in their order, then straight to this program.</summary>
    public IReadOnlyList<TestPushTarget> Targets =>
    [
        .. sensoro.Value.EffectiveWebhookUrls.Select(static url => new TestPushTarget(new Uri(url), url, IsLocal: false)),
        new(own.Webhook, sensoro.Value.EffectiveWebhookUrls[0], IsLocal: true),
    ];

    /// <summary>Sends one push and tells each step as it is done; the first that fails is the last one told.</summary>
    public async IAsyncEnumerable<TestPushCheck> SendAsync(string appId, TestPushTarget target, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Acting.Demand(Role.Administrator);
        await foreach (var check in StepsAsync(appId, target, cancellationToken))
        {
            if (check is not { HasPassed: true, Step: not TestPushStep.Shown })
            {
                Log.TestPushEnded(logger, appId, target.Address, check.Step, check.Fault);
            }

            yield return check;
        }
    }

    private async IAsyncEnumerable<TestPushCheck> StepsAsync(string appId, TestPushTarget target, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        if (applications.Find(appId) is not { } application)
        {
            yield return Check(TestPushStep.Prepared, TestPushFault.ApplicationUnknown);
            yield break;
        }

        var push = new SignedPush(application, target.SignedUrl, NextMsgId(), time.GetUtcNow());
        using var page = feed.Subscribe(new FeedFilter { Sn = TestDevice.Sn }, TimeSpan.Zero);
        yield return Check(TestPushStep.Prepared) with { IsEncrypted = push.IsEncrypted };

        var answer = await poster.PostAsync(push, target.Address, cancellationToken);
        yield return Check(TestPushStep.Reached, answer.Fault) with { Status = answer.HttpStatus };
        if (answer.Fault != TestPushFault.None)
        {
            yield break;
        }

        var stored = answer.IsAcknowledged ? await FindAsync(push, appId, cancellationToken) : null;
        foreach (var (step, fault) in Verdict(answer, stored))
        {
            yield return Check(step, fault) with { Status = answer.HttpStatus, Reason = answer.Reason };
        }

        if (stored is { } id)
        {
            yield return Check(TestPushStep.Shown, await IsShownAsync(page, id, cancellationToken) ? TestPushFault.None : TestPushFault.NotShown);
        }

        TestPushCheck Check(TestPushStep step, TestPushFault fault = TestPushFault.None) => new(step, fault, time.GetElapsedTime(started));
    }

    /// <summary>What an answer says of the verification and of the log.</summary>
    private static IEnumerable<(TestPushStep Step, TestPushFault Fault)> Verdict(PushAnswer answer, long? stored) => answer switch
    {
        _ when stored is not null => [(TestPushStep.Verified, TestPushFault.None), (TestPushStep.Stored, TestPushFault.None)],
        { Reason: null } => [(TestPushStep.Verified, TestPushFault.AnsweredByAnother)],
        { Status: StatusCodes.Status503ServiceUnavailable } => [(TestPushStep.Verified, TestPushFault.None), (TestPushStep.Stored, TestPushFault.Refused)],
        _ => [(TestPushStep.Verified, TestPushFault.Refused)],
    };

    private async Task<long?> FindAsync(SignedPush push, string appId, CancellationToken cancellationToken)
    {
        var found = await messages.NewestAsync(new MessageFilter { MsgId = push.MsgId }, null, 1, cancellationToken);
        return found is [{ Sn: TestDevice.Sn } entry] && entry.AppId == appId ? entry.Id : null;
    }

    private static async Task<bool> IsShownAsync(FeedSubscription page, long id, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(PatienceForPages);
        await foreach (var update in page.ReadAllAsync(limit.Token))
        {
            if (update.Devices.Any(change => change.Device.LastMessageId >= id))
            {
                return true;
            }
        }

        return false;
    }

    private long NextMsgId() =>
        (time.GetUtcNow().ToUnixTimeMilliseconds() * NumbersPerMillisecond) + (Interlocked.Increment(ref _sent) % NumbersPerMillisecond);
}
