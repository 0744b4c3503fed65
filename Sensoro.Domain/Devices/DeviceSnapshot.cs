namespace Sensoro.Domain.Devices;

/// <summary>
/// All that is known of one device at one moment: what the database holds, what the feed publishes and what every page,
/// the hub and the API show.
/// </summary>
public sealed record DeviceSnapshot
{
    public required string Sn { get; init; }

    public string? Name { get; init; }

    /// <summary>What staff group it by.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    public string? DeviceType { get; init; }

    /// <summary>When the first push of this device was received, or when staff entered it.</summary>
    public required DateTimeOffset FirstSeenAt { get; init; }

    /// <summary>When the newest push of this device was received.</summary>
    public required DateTimeOffset LastSeenAt { get; init; }

    /// <summary>The newest <c>createdTime</c> of this device; null when no push carried one.</summary>
    public DateTimeOffset? LastReportedAt { get; init; }

    /// <summary>
    /// When the device last gave a sign of life: its newest report, or the receipt of a push that carried no time. A push that
    /// arrives long after it was made does not make a silent device present. The beginning of time while none has come.
    /// </summary>
    public required DateTimeOffset LastHeardAt { get; init; }

    /// <summary>Percent.</summary>
    public double? Battery { get; init; }

    /// <summary>The upload interval the device reported.</summary>
    public TimeSpan? Interval { get; init; }

    /// <summary>From this moment the device counts as late.</summary>
    public required DateTimeOffset LateAt { get; init; }

    /// <summary>From this moment the device counts as lost.</summary>
    public required DateTimeOffset LostAt { get; init; }

    public AlarmSeverity Severity { get; init; }

    public DevicePosition? Position { get; init; }

    /// <summary>The newest value of each metric, by metric key.</summary>
    public required IReadOnlyList<LatestValue> Latest { get; init; }

    /// <summary>The newest message folded into this device: the cursor of everything that shows it.</summary>
    public required long LastMessageId { get; init; }

    /// <summary>Until when staff work on it; null when they do not.</summary>
    public DateTimeOffset? MaintenanceUntil { get; init; }

    /// <summary>Whether a push of it has ever come; staff can enter devices that are still to be mounted.</summary>
    public bool IsHeard => LastHeardAt != DateTimeOffset.MinValue;

    /// <summary>How often staff changed the device: of two states after the same message the one with the higher number is newer.</summary>
    public int Revision { get; init; }

    /// <summary>Whether this says more than <paramref name="other"/>: a later push, or after the same push a later word of staff.</summary>
    public bool IsNewerThan(DeviceSnapshot other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return LastMessageId > other.LastMessageId || (LastMessageId == other.LastMessageId && Revision > other.Revision);
    }

    /// <summary>What to call the device on a screen: its name, or else its serial number.</summary>
    public string DisplayName => string.IsNullOrEmpty(Name) ? Sn : Name;

    /// <summary>The most urgent thing that is true of the device at <paramref name="now"/>.</summary>
    public DeviceStatus StatusAt(DateTimeOffset now) => Severity switch
    {
        AlarmSeverity.Alarm => DeviceStatus.Alarm,
        AlarmSeverity.Malfunction => DeviceStatus.Malfunction,
        AlarmSeverity.Maintenance => DeviceStatus.Maintenance,
        AlarmSeverity.NeverSeen => DeviceStatus.NeverSeen,
        _ when now >= LostAt => DeviceStatus.Lost,
        _ when now >= LateAt => DeviceStatus.Late,
        _ => DeviceStatus.Normal,
    };

    public LatestValue? Find(string metric)
    {
        foreach (var value in Latest)
        {
            if (string.Equals(value.Metric, metric, StringComparison.Ordinal))
            {
                return value;
            }
        }

        return null;
    }
}
