namespace Sensoro.Dashboard.Components.Quarantine;

/// <summary>Words of the quarantine.</summary>
public sealed class QuarantineTexts;
