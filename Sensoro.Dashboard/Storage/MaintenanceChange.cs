namespace Sensoro.Dashboard.Storage;

/// <summary>Until when staff work on a device, so that it alarms nobody; null ends it.</summary>
public sealed record MaintenanceChange(DateTimeOffset? Until);
