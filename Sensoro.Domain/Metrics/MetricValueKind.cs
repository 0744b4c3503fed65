namespace Sensoro.Domain.Metrics;

/// <summary>What shape one measured value has. The numbers are stored in the database and never change meaning.</summary>
public enum MetricValueKind : byte
{
    /// <summary>The device sent something that cannot be this metric; the rest of the push is still good.</summary>
    Invalid = 0,

    /// <summary>A finite number in the catalogue's unit.</summary>
    Number = 1,

    /// <summary>An alarm-type metric: is the alarm condition on?</summary>
    State = 2,

    /// <summary>A plain boolean without alarm meaning.</summary>
    Flag = 3,

    /// <summary>x, y and z.</summary>
    Vector = 4,

    /// <summary>Longitude and latitude in degrees, in the datum the device used.</summary>
    Position = 5,

    /// <summary>A position metric that says it has no fix.</summary>
    NoFix = 6,

    /// <summary>Text, kept as sent.</summary>
    Text = 7,

    /// <summary>An object or array under a metric that the catalogue does not know, kept as JSON text.</summary>
    Json = 8,
}
