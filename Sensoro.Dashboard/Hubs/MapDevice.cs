namespace Sensoro.Dashboard.Hubs;

/// <summary>A device as the map needs it. Times are Unix milliseconds, coordinates WGS-84 degrees.</summary>
public record MapDevice
{
    public required string Sn { get; init; }

    public string? Name { get; init; }

    public string? Type { get; init; }

    /// <summary>alarm, malfunction, lost, late, normal, never, maintenance.</summary>
    public required string Status { get; init; }

    public double? Lon { get; init; }

    public double? Lat { get; init; }

    /// <summary>Its last sign of life; null while no push has come.</summary>
    public required long? LastAt { get; init; }

    public double? Battery { get; init; }

    public required long LateAt { get; init; }

    public required long LostAt { get; init; }

    public required long MessageId { get; init; }

    /// <summary>Grows with each change by staff: of two states after the same message the higher one is newer.</summary>
    public required int Revision { get; init; }

    /// <summary>The metric that makes the state: the key of the active alarm.</summary>
    public string? Headline { get; init; }
}
