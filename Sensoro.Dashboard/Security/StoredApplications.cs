using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using Sensoro.Dashboard.Access;
using Sensoro.Dashboard.Storage.Audit;
using Sensoro.Domain.Audit;

namespace Sensoro.Dashboard.Security;

/// <summary>
/// The applications that were entered on a page instead of in the configuration. Every change is on disk before it counts. Secrets
/// come in here and go to the door, nowhere else.
/// </summary>
internal sealed class StoredApplications
{
    public const int LongestText = 200;

    private readonly ApplicationFile _file;
    private readonly ApplicationSeal _seal;
    private readonly IOptions<ConfiguredAppIds> _configured;
    private readonly AuditTrail _trail;
    private readonly TimeProvider _time;
    private readonly ILogger<StoredApplications> _logger;
    private readonly Lock _gate = new();
    private ImmutableArray<KeptApplication> _kept;

    public StoredApplications(
        ApplicationFile file, ApplicationSeal seal, IOptions<ConfiguredAppIds> configured, AuditTrail trail, TimeProvider time, ILogger<StoredApplications> logger)
    {
        (_file, _seal, _configured, _trail, _time, _logger) = (file, seal, configured, trail, time, logger);
        var stored = file.Read();
        IsReadable = stored is not null;
        _kept = [.. (stored ?? []).Select(application => new KeptApplication(application, seal.TryOpen(application, out var secrets) ? secrets : null))];
    }

    /// <summary>Something has changed. Raised while the change still holds the store, so that listeners hear of changes in their order: they must be quick.</summary>
    public event Action? Changed;

    /// <summary>False when the file holds something else than applications; then nothing can be changed until it is mended.</summary>
    public bool IsReadable { get; }

    /// <summary>What pages show.</summary>
    public IReadOnlyList<ApplicationSummary> Summaries => [.. _kept.Select(static kept => kept.Summary)];

    /// <summary>For the door alone.</summary>
    public IReadOnlyList<KeptApplication> Kept => _kept;

    public ApplicationFault Add(ApplicationKeys keys) => Change(ChangeKind.Added, keys.AppId, kept => kept switch
    {
        _ when FaultOf(keys) is not ApplicationFault.None and var fault => (null, fault),

        // One whose secrets are lost is replaced: entering its keys anew is what the page asks for.
        { Secrets: not null } => (null, ApplicationFault.AppIdStored),
        _ => (New(keys), ApplicationFault.None),
    });

    public ApplicationFault Rename(string appId, string name) => Change(ChangeKind.Renamed, appId, kept => kept switch
    {
        null => (null, ApplicationFault.Gone),
        _ when name.Length > LongestText => (null, ApplicationFault.TooLong),
        _ => (kept with { Stored = kept.Stored with { Name = name } }, ApplicationFault.None),
    });

    /// <summary>Takes new keys; the old ones are accepted too until the rotation ends. An empty text leaves that key as it is.</summary>
    public ApplicationFault Rotate(string appId, string newAppKey, string newAppSecret) => Change(ChangeKind.Rotated, appId, kept => kept switch
    {
        { Secrets: { } secrets } when RotationFault(secrets, newAppKey, newAppSecret) is not ApplicationFault.None and var fault => (null, fault),
        { Secrets: { } secrets } => (Rotated(kept.Stored, secrets, newAppKey, newAppSecret), ApplicationFault.None),
        _ => (null, ApplicationFault.Gone),
    });

    /// <summary>From now on only the new keys are accepted.</summary>
    public ApplicationFault EndRotation(string appId) => Change(ChangeKind.RotationEnded, appId, kept => kept switch
    {
        { Secrets: { } secrets } => (Sealed(kept.Stored, new ApplicationSecrets(secrets.AppKey, secrets.AppSecret)), ApplicationFault.None),
        _ => (null, ApplicationFault.Gone),
    });

    /// <summary>The new keys were wrong: back to the ones before.</summary>
    public ApplicationFault TakeBackRotation(string appId) => Change(ChangeKind.RotationTakenBack, appId, kept => kept switch
    {
        { Secrets: { } secrets } => (
            Sealed(kept.Stored, new ApplicationSecrets(secrets.PreviousAppKey ?? secrets.AppKey, secrets.PreviousAppSecret ?? secrets.AppSecret)),
            ApplicationFault.None),
        _ => (null, ApplicationFault.Gone),
    });

    /// <summary>Its pushes are unknown from now on. What it has sent stays.</summary>
    public ApplicationFault Remove(string appId) => Change(ChangeKind.Removed, appId, static kept => (null, kept is null ? ApplicationFault.Gone : ApplicationFault.None));

    private static ApplicationFault RotationFault(ApplicationSecrets secrets, string newAppKey, string newAppSecret) => (newAppKey, newAppSecret) switch
    {
        ("", "") => ApplicationFault.NothingNew,
        ({ Length: > LongestText }, _) or (_, { Length: > LongestText }) => ApplicationFault.TooLong,
        ({ Length: > 0 }, _) when !ApplicationKeys.IsAppKey(newAppKey) => ApplicationFault.AppKeyWrong,
        ({ Length: > 0 }, _) when secrets.PreviousAppKey is not null => ApplicationFault.RotationRunning,
        (_, { Length: > 0 }) when secrets.PreviousAppSecret is not null => ApplicationFault.RotationRunning,
        _ => ApplicationFault.None,
    };

    private ApplicationFault FaultOf(ApplicationKeys keys) => keys switch
    {
        { AppId: "" } => ApplicationFault.AppIdEmpty,
        { AppId.Length: > LongestText } or { Name.Length: > LongestText } or { AppSecret.Length: > LongestText } => ApplicationFault.TooLong,
        _ when _configured.Value.Values.Contains(keys.AppId, StringComparer.Ordinal) => ApplicationFault.AppIdConfigured,
        _ when !ApplicationKeys.IsAppKey(keys.AppKey) => ApplicationFault.AppKeyWrong,
        { AppSecret: "" } => ApplicationFault.AppSecretEmpty,
        _ => ApplicationFault.None,
    };

    private KeptApplication New(ApplicationKeys keys)
    {
        var now = _time.GetUtcNow();
        var stored = new StoredApplication { AppId = keys.AppId, Name = keys.Name, AppKeySetAt = now, AppSecretSetAt = now, Sealed = "" };
        return Sealed(stored, new ApplicationSecrets(keys.AppKey, keys.AppSecret));
    }

    private KeptApplication Rotated(StoredApplication stored, ApplicationSecrets secrets, string newAppKey, string newAppSecret)
    {
        var now = _time.GetUtcNow();
        if (newAppKey.Length > 0)
        {
            (secrets, stored) = (secrets with { AppKey = newAppKey, PreviousAppKey = secrets.AppKey }, stored with { AppKeySetAt = now });
        }

        if (newAppSecret.Length > 0)
        {
            (secrets, stored) = (secrets with { AppSecret = newAppSecret, PreviousAppSecret = secrets.AppSecret }, stored with { AppSecretSetAt = now });
        }

        return Sealed(stored, secrets);
    }

    private KeptApplication Sealed(StoredApplication stored, ApplicationSecrets secrets) =>
        new(stored with { Sealed = _seal.Close(stored.AppId, secrets) }, secrets);

    /// <summary>One change at a time: what becomes of the application with this AppID, or null when it goes; on disk first, then in memory.</summary>
    private ApplicationFault Change(ChangeKind kind, string appId, Func<KeptApplication?, (KeptApplication? After, ApplicationFault Fault)> change)
    {
        Acting.Demand(Role.Administrator);
        lock (_gate)
        {
            if (!IsReadable)
            {
                return ApplicationFault.FileUnreadable;
            }

            var before = _kept.FirstOrDefault(kept => kept.AppId == appId);
            var (after, fault) = change(before);
            if (fault != ApplicationFault.None)
            {
                return fault;
            }

            ImmutableArray<KeptApplication> all = (before, after) switch
            {
                (null, null) => _kept,
                (null, { } added) => _kept.Add(added),
                ({ } gone, null) => _kept.Remove(gone),
                ({ } old, { } renewed) => _kept.Replace(old, renewed),
            };
            if (!_file.TryWrite([.. all.Select(static kept => kept.Stored)]))
            {
                return ApplicationFault.FileNotWritten;
            }

            _kept = all;
            Log.ApplicationChanged(_logger, kind, appId);
            WriteDown(kind, appId, before, after);
            Changed?.Invoke();
            return ApplicationFault.None;
        }
    }

    /// <summary>That keys were changed and when, never the keys.</summary>
    private void WriteDown(ChangeKind kind, string appId, KeptApplication? before, KeptApplication? after) => _trail.Append(
        kind switch
        {
            ChangeKind.Added => AuditAction.ApplicationAdded,
            ChangeKind.Removed => AuditAction.ApplicationRemoved,
            _ => AuditAction.ApplicationChanged,
        },
        appId,
        before?.Stored.Name,
        after is null ? null : $"{after.Stored.Name} ({kind})");
}
