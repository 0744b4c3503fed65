namespace Sensoro.Dashboard.Storage;

/// <summary>The roll-up of a day of UTC.</summary>
public sealed class DailyRollupRow : RollupRow;
