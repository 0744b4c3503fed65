namespace Sensoro.Dashboard.Components.Devices;

/// <summary>The cuts of the fleet that have a button of their own.</summary>
public enum DeviceView
{
    All,
    NeedsSomeone,
    Lost,
    LowBattery,
}
