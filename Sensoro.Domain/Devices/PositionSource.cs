namespace Sensoro.Domain.Devices;

/// <summary>Who said where a device is. Stored in the database.</summary>
public enum PositionSource
{
    /// <summary>The device, in a push.</summary>
    Fix = 0,

    /// <summary>Staff, by hand; a fix does not overwrite it.</summary>
    Manual = 1,
}
