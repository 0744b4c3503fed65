using Sensoro.Dashboard.Tests.Integration;

namespace Sensoro.Dashboard.Tests.Api;

/// <summary>A dashboard at noon with a small fleet, as the tests of the read API expect it.</summary>
public sealed class SeededDashboard : IAsyncLifetime
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public DashboardFactory Factory { get; } = new(new DashboardSettings { Clock = new StoppedClock(Noon) });

    public async ValueTask InitializeAsync()
    {
        await Factory.FoldPushesAsync(
            PushBody.Sensor("API-FULL", 1, Noon.AddSeconds(-5), """{"battery":96,"interval":300,"temperature":23.41,"leak":true,"smoke":0,"cover":true,"acceleration":{"x":0,"y":0.5,"z":1},"accelerometer":{"x":0,"y":0.5,"z":1},"lonlat":[116.4,39.9],"customer":"0aff","mystery":true,"nested":{"a":[1]}}"""),
            PushBody.Sensor("API-NOFIX", 2, Noon, """{"lonlat":[],"temperature":-4}""", "tracker"),
            PushBody.Sensor("API-LATE", 3, Noon.AddHours(-2), """{"temperature":5}"""),
            PushBody.Sensor("API-LOST", 4, Noon.AddHours(-5), """{"battery":15}"""),
            PushBody.Safe(PushService.North, "API-SAFE", 5, Noon, """{"temperature":7}"""),
            PushBody.Task("555001", 6, Noon, 0, """{"steps":[1,2]}"""),
            PushBody.Task("\"T-7\"", 7, Noon, 3),
            """{"type":"threshold","msgId":8,"level":3}""");
        await Factory.FoldPushesAsync(Enumerable.Range(0, 120).Select(i => PushBody.Sensor("API-SERIES", 100 + i, Noon.AddMinutes(-i), $$"""{"temperature":{{i}} }""")));
    }

    public ValueTask DisposeAsync() => Factory.DisposeAsync();
}
