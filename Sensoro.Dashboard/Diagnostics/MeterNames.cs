namespace Sensoro.Dashboard.Diagnostics;

/// <summary>Names under which the program reports about itself.</summary>
internal static class MeterNames
{
    public const string Dashboard = "Sensoro.Dashboard";
}
