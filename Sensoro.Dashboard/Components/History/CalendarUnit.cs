namespace Sensoro.Dashboard.Components.History;

/// <summary>Periods of the calendar.</summary>
public enum CalendarUnit
{
    Day,

    /// <summary>From Monday on.</summary>
    Week,

    Month,
}
