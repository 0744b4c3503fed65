namespace Sensoro.Dashboard.Storage;

/// <summary>The roll-up of an hour.</summary>
public sealed class HourlyRollupRow : RollupRow;
