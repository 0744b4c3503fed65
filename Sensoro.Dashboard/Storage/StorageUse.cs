namespace Sensoro.Dashboard.Storage;

/// <summary>What the databases take on disk and how fast that grows.</summary>
public sealed record StorageUse
{
    /// <summary>The message log with its write-ahead log, bytes.</summary>
    public required long LogBytes { get; init; }

    /// <summary>The state with its write-ahead log, bytes.</summary>
    public required long StateBytes { get; init; }

    /// <summary>Room left on the disk that holds them, bytes; null when the system does not say.</summary>
    public required long? FreeBytes { get; init; }

    /// <summary>Messages in the log.</summary>
    public required long Messages { get; init; }

    /// <summary>Receipt of the oldest message that is still kept; null when there is none.</summary>
    public required DateTimeOffset? OldestMessageAt { get; init; }

    /// <summary>Pushes a day, on the average of the last week or of the time since the first push when that is shorter; null in the first hour.</summary>
    public required double? PushesPerDay { get; init; }

    /// <summary>Bytes a day that the log grows by at this pace until retention holds it.</summary>
    public double? LogBytesPerDay => Messages == 0 ? null : PushesPerDay * LogBytes / Messages;

    /// <summary>Age at which raw messages go.</summary>
    public required TimeSpan MessagesKept { get; init; }

    /// <summary>Age at which raw readings go.</summary>
    public required TimeSpan ReadingsKept { get; init; }

    /// <summary>What the log comes to, bytes, once retention takes as much as arrives at this pace.</summary>
    public double? LogBytesAtRest => LogBytesPerDay * MessagesKept.TotalDays;
}
