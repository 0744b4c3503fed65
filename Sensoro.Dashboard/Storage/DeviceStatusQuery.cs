using System.Linq.Expressions;
using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Storage;

/// <summary><see cref="DeviceSnapshot.StatusAt"/> in a form the database can filter and sort by.</summary>
internal static class DeviceStatusQuery
{
    public static Expression<Func<DeviceRow, int>> Urgency(DateTimeOffset now) => device =>
        device.Severity == AlarmSeverity.Alarm ? (int)DeviceStatus.Alarm
        : device.Severity == AlarmSeverity.Malfunction ? (int)DeviceStatus.Malfunction
        : device.LostAt <= now ? (int)DeviceStatus.Lost
        : device.LateAt <= now ? (int)DeviceStatus.Late
        : (int)DeviceStatus.Normal;

    public static IQueryable<DeviceRow> WithStatus(this IQueryable<DeviceRow> devices, DeviceStatus status, DateTimeOffset now) => status switch
    {
        DeviceStatus.Alarm => devices.Where(device => device.Severity == AlarmSeverity.Alarm),
        DeviceStatus.Malfunction => devices.Where(device => device.Severity == AlarmSeverity.Malfunction),
        DeviceStatus.Lost => devices.Where(device => device.Severity == AlarmSeverity.None && device.LostAt <= now),
        DeviceStatus.Late => devices.Where(device => device.Severity == AlarmSeverity.None && device.LostAt > now && device.LateAt <= now),
        DeviceStatus.Normal => devices.Where(device => device.Severity == AlarmSeverity.None && device.LateAt > now),

        // Devices become known by their first push, and nothing is put under maintenance yet.
        DeviceStatus.NeverSeen or DeviceStatus.Maintenance => devices.Where(static _ => false),
    };
}
