using System.ComponentModel.DataAnnotations;

namespace Sensoro.Dashboard.Ingestion;

/// <summary>The bounded channel and its group commit; configuration section <c>Ingestion</c>.</summary>
public sealed class IngestionOptions
{
    public const string Section = "Ingestion";

    /// <summary>Pushes that may wait for their commit.</summary>
    [Range(1, 1_000_000, ErrorMessage = "Ingestion:QueueCapacity must be a whole number from 1 to 1000000.")]
    public int QueueCapacity { get; set; } = 8192;

    /// <summary>Pushes in one commit.</summary>
    [Range(1, 65_536, ErrorMessage = "Ingestion:MaxBatchSize must be a whole number from 1 to 65536.")]
    public int MaxBatchSize { get; set; } = 2048;

    /// <summary>How long a commit waits for more pushes. Zero takes what queued while the last commit ran; more pays only on slow disks.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:01", ErrorMessage = "Ingestion:MaxBatchDelay must be a time span from 00:00:00 to 00:00:01.")]
    public TimeSpan MaxBatchDelay { get; set; } = TimeSpan.Zero;

    /// <summary>How long a push may wait for a place in the channel before it is answered 503.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:01:00", ErrorMessage = "Ingestion:EnqueueTimeout must be a time span from 00:00:00.010 to 00:01:00.")]
    public TimeSpan EnqueueTimeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a queued push may wait for its commit before it is answered 503; the disk hangs then.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:05:00", ErrorMessage = "Ingestion:CommitTimeout must be a time span from 00:00:00.100 to 00:05:00.")]
    public TimeSpan CommitTimeout { get; set; } = TimeSpan.FromSeconds(10);
}
