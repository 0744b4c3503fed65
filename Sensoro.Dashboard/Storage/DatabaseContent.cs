namespace Sensoro.Dashboard.Storage;

/// <summary>What a pair of database files holds, in the few figures by which a copy is held against its original.</summary>
internal sealed record DatabaseContent
{
    /// <summary>Identifies the log.</summary>
    public required string Generation { get; init; }

    /// <summary>The newest id ever given to a message.</summary>
    public required long LastId { get; init; }

    /// <summary>Messages in the log.</summary>
    public required long Messages { get; init; }

    /// <summary>The last migration of the log.</summary>
    public required string LogSchema { get; init; }

    /// <summary>The log that the state was folded from; null while nothing was folded.</summary>
    public required string? StateGeneration { get; init; }

    /// <summary>The newest message that is folded into the state.</summary>
    public required long Cursor { get; init; }

    /// <summary>Devices in the state.</summary>
    public required long Devices { get; init; }

    /// <summary>The last migration of the state.</summary>
    public required string StateSchema { get; init; }

    /// <summary>The state was folded from this log, and from no more than it holds.</summary>
    public bool IsPair => StateGeneration is null || (StateGeneration == Generation && Cursor <= LastId);
}
