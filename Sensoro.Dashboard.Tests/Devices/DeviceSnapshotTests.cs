using Sensoro.Domain.Devices;
using Sensoro.Domain.Metrics;

namespace Sensoro.Dashboard.Tests.Devices;

public sealed class DeviceSnapshotTests
{
    private static readonly DateTimeOffset Heard = DateTimeOffset.FromUnixTimeMilliseconds(1_760_000_000_000);

    [Theory]
    [InlineData(AlarmSeverity.None, 0, DeviceStatus.Normal)]
    [InlineData(AlarmSeverity.None, 89, DeviceStatus.Normal)]
    [InlineData(AlarmSeverity.None, 90, DeviceStatus.Late)]
    [InlineData(AlarmSeverity.None, 180, DeviceStatus.Lost)]
    [InlineData(AlarmSeverity.Malfunction, 180, DeviceStatus.Malfunction)]
    [InlineData(AlarmSeverity.Alarm, 180, DeviceStatus.Alarm)]
    public void StatusAt_OfADevice_IsItsMostUrgentTruth(AlarmSeverity severity, int minutes, DeviceStatus expected) =>
        Assert.Equal(expected, Device(severity).StatusAt(Heard.AddMinutes(minutes)));

    [Fact]
    public void Find_OfAMetric_IsCaseSensitive()
    {
        var device = Device(AlarmSeverity.None);

        Assert.Equal(50, device.Find("battery")?.Value.X);
        Assert.Null(device.Find("Battery"));
    }

    [Fact]
    public void DisplayName_WithoutAName_IsTheSerialNumber()
    {
        Assert.Equal("A1", Device(AlarmSeverity.None).DisplayName);
        Assert.Equal("Lobby", (Device(AlarmSeverity.None) with { Name = "Lobby" }).DisplayName);
    }

    [Fact]
    public void Wgs84_OfAGcj02Position_IsConverted()
    {
        var position = new DevicePosition(new GeoPoint(116.40372056710368, 39.91009549393981), CoordinateSystem.Gcj02, Heard, PositionSource.Fix);

        Assert.Equal(116.397477, position.Wgs84.Longitude, 1e-6);
        Assert.Equal(39.908692, position.Wgs84.Latitude, 1e-6);
    }

    private static DeviceSnapshot Device(AlarmSeverity severity)
    {
        var (lateAt, lostAt) = new PresenceRule(TimeSpan.FromHours(1)).From(Heard, null);
        return new DeviceSnapshot
        {
            Sn = "A1",
            FirstSeenAt = Heard,
            LastSeenAt = Heard,
            LastHeardAt = Heard,
            LateAt = lateAt,
            LostAt = lostAt,
            Severity = severity,
            Latest = [new LatestValue("battery", MetricValue.Number(50), Heard, Heard, 1)],
            LastMessageId = 1,
        };
    }
}
