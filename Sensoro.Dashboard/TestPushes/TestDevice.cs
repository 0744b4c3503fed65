namespace Sensoro.Dashboard.TestPushes;

/// <summary>The device that test pushes pretend to come from. Its names say what it is, because it stays in the list.</summary>
public static class TestDevice
{
    public const string Sn = "TEST000000000000";
    public const string DeviceType = "sensoro_dashboard_test";

    /// <summary>Seconds in a year: a device that reports when somebody asks for it must not count as silent.</summary>
    internal const int IntervalSeconds = 31_536_000;
}
