using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Sensoro.Dashboard.Diagnostics;
using Sensoro.Dashboard.Ingestion;
using Sensoro.Dashboard.Tests.Storage;

namespace Sensoro.Dashboard.Tests.Ingestion;

/// <summary>The buffer on its own, with a clock that a test moves.</summary>
internal sealed class IngestionParts
{
    public IngestionParts(Action<IngestionOptions>? configure = null)
    {
        var options = new IngestionOptions();
        configure?.Invoke(options);
        Queue = new IngestionQueue(Options.Create(options), Status, Clock);
        Failure = new DiskFailure(Queue, Status, Exit, new FakeLogger<DiskFailure>(Logs));
        Collector = new BatchCollector(Queue, Options.Create(options), Clock);
    }

    public FakeTimeProvider Clock { get; } = new(Messages.Noon);

    public PipelineStatus Status { get; } = new(TimeProvider.System);

    public IngestionQueue Queue { get; }

    public BatchCollector Collector { get; }

    public FakeLogCollector Logs { get; } = new();

    public CountedExit Exit { get; } = new();

    public DiskFailure Failure { get; }

    public static PendingPush Push(int msgId) => new(Messages.Sensor("A", $"{msgId}"));

    public async Task EnqueueAsync(int count)
    {
        for (var i = 0; i < count; i++)
        {
            Assert.True(await Queue.TryEnqueueAsync(Push(i)));
        }
    }
}
