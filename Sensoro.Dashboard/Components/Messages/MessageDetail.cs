using Sensoro.Domain.Devices;
using Sensoro.Domain.Ledger;
using Sensoro.Domain.Metrics;
using Sensoro.Domain.Protocol;
using Sensoro.Domain.Readings;

namespace Sensoro.Dashboard.Components.Messages;

/// <summary>All that the drawer says of one push.</summary>
public sealed record MessageDetail
{
    public required LedgerEntry Entry { get; init; }

    /// <summary>What it says; null when this version cannot read it any more.</summary>
    public required Push? Push { get; init; }

    /// <summary>The request body as it was received.</summary>
    public required MessageText Raw { get; init; }

    /// <summary>The content of an encrypted push; null for a plain one.</summary>
    public required MessageText? Decrypted { get; init; }

    /// <summary>The disk has changed the body, so there is nothing to show of it.</summary>
    public required bool IsDamaged { get; init; }

    /// <summary>The device as it is now; null when the push names none that is known.</summary>
    public required DeviceSnapshot? Device { get; init; }

    /// <summary>What was measured; empty for other pushes.</summary>
    public IReadOnlyList<Measurement> Measurements => (Push as SensorPush)?.Measurements ?? [];

    /// <summary>What went into the history.</summary>
    public IEnumerable<Measurement> Readings => Measurements.Where(static measurement => measurement.Value.Kind is not (MetricValueKind.Invalid or MetricValueKind.NoFix));

    /// <summary>When the values were true: the report, or the receipt of a push that carried no time.</summary>
    public DateTimeOffset At => ReadingTime.Of(Entry);

    /// <summary>The report of the newest value that has taken the place of one of these; null when these are still the latest.</summary>
    public DateTimeOffset? ReplacedAt => Measurements
        .Select(measurement => Device?.Find(measurement.Key))
        .OfType<LatestValue>()
        .Where(latest => latest.MessageId != Entry.Id)
        .Select(static latest => (DateTimeOffset?)latest.At)
        .Max();

    public static MessageDetail Of(LoggedMessage message, DeviceSnapshot? device) => new()
    {
        Entry = message.Entry,
        Push = message.ReadPush(),
        Raw = MessageText.Of(message.Entry.Encrypted ? message.Sealed : message.Body),
        Decrypted = message.Entry.Encrypted ? MessageText.Of(message.Body) : null,
        IsDamaged = message.Damage is not null,
        Device = device,
    };
}
