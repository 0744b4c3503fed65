namespace Sensoro.Domain.Devices;

/// <summary>The datum a coordinate pair is given in. Stored in the database.</summary>
public enum CoordinateSystem
{
    Wgs84 = 0,

    /// <summary>The shifted system of Chinese web maps; positions set by staff in SENSORO's app use it.</summary>
    Gcj02 = 1,

    /// <summary>Baidu's system, GCJ-02 shifted once more.</summary>
    Bd09 = 2,
}
