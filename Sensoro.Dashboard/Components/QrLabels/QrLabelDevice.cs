namespace Sensoro.Dashboard.Components.QrLabels;

/// <summary>What a label says of a device.</summary>
public sealed record QrLabelDevice(string Sn, string? Name);
