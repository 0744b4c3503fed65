using System.Runtime.InteropServices;

namespace Sensoro.Domain.Metrics;

/// <summary>
/// One measured value in any of the shapes SENSORO's devices send. Numbers sit in <see cref="X"/> (and Y, Z for vectors;
/// X = longitude and Y = latitude for positions); text and JSON in <see cref="Text"/>.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct MetricValue
{
    private MetricValue(MetricValueKind kind, double x = 0, double y = 0, double z = 0, string? text = null, bool active = false, bool hasNumber = false)
    {
        Kind = kind;
        X = x;
        Y = y;
        Z = z;
        Text = text;
        Active = active;
        HasNumber = hasNumber;
    }

    public MetricValueKind Kind { get; }

    public double X { get; }

    public double Y { get; }

    public double Z { get; }

    public string? Text { get; }

    /// <summary>For <see cref="MetricValueKind.State"/>: the alarm condition holds. For <see cref="MetricValueKind.Flag"/>: the boolean itself.</summary>
    public bool Active { get; }

    /// <summary>For <see cref="MetricValueKind.State"/>: the device sent a number (in <see cref="X"/>), not a boolean.</summary>
    public bool HasNumber { get; }

    /// <summary>
    /// What the history keeps of the value in one number. For states and flags it is not zero exactly when the state is active,
    /// whatever the device sent: inverted metrics say 0 for an alarm.
    /// </summary>
    public double Level => Kind switch
    {
        MetricValueKind.State or MetricValueKind.Flag when !Active => 0,
        MetricValueKind.State or MetricValueKind.Flag when X == 0 => 1,
        _ => X,
    };

    /// <summary>The value is one number, so that it can be drawn as a line and rolled up: a measurement, an alarm state, a flag.</summary>
    public bool IsOneNumber => Kind is MetricValueKind.Number or MetricValueKind.State or MetricValueKind.Flag;

    public static MetricValue Invalid { get; }

    public static MetricValue NoFix { get; } = new(MetricValueKind.NoFix);

    public static MetricValue Number(double value) => new(MetricValueKind.Number, value);

    /// <param name="active">Whether the alarm condition holds.</param>
    /// <param name="number">The number as sent, when the device sent a number instead of a boolean.</param>
    public static MetricValue State(bool active, double? number = null) =>
        new(MetricValueKind.State, number ?? (active ? 1 : 0), active: active, hasNumber: number is not null);

    public static MetricValue Flag(bool value) => new(MetricValueKind.Flag, value ? 1 : 0, active: value);

    public static MetricValue Vector(double x, double y, double z) => new(MetricValueKind.Vector, x, y, z);

    public static MetricValue Position(double longitude, double latitude) => new(MetricValueKind.Position, longitude, latitude);

    public static MetricValue OfText(string text) => new(MetricValueKind.Text, text: text);

    public static MetricValue OfJson(string json) => new(MetricValueKind.Json, text: json);
}
