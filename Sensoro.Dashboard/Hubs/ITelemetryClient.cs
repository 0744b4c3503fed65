namespace Sensoro.Dashboard.Hubs;

/// <summary>What the hub calls on a browser. At most four calls a second for each group.</summary>
public interface ITelemetryClient
{
    Task DevicesChanged(FleetView fleet);

    Task DeviceChanged(DeviceNews news);

    Task MessagesArrived(MessageNews news);

    Task Pulse(PulseView pulse);
}
