using Microsoft.Extensions.DependencyInjection;
using Sensoro.Dashboard.Storage;
using Sensoro.Dashboard.Storage.Sqlite;
using Sensoro.Domain.Ledger;

namespace Sensoro.Dashboard.Tests.Ingestion;

/// <summary>The real log behind a gate: a disk that hangs or refuses when a test wants it to.</summary>
internal sealed class GatedMessageLog : MessageLog, IDisposable
{
    private readonly MessageLog _inner;
    private readonly ManualResetEventSlim _open = new(initialState: true);
    private TaskCompletionSource _entered = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public GatedMessageLog(MessageLog inner)
    {
        _inner = inner;
        AnnounceLastId(inner.LastId);
    }

    /// <summary>Every append fails with it.</summary>
    public Exception? Fault { get; set; }

    /// <summary>The disk says that nothing is free.</summary>
    public bool SeemsFull { get; set; }

    /// <summary>Sizes of the batches that came.</summary>
    public List<int> Batches { get; } = [];

    public override string Generation => _inner.Generation;

    /// <summary>Puts the gate before the program's log.</summary>
    public static void Register(IServiceCollection services) =>
        services.AddSingleton<MessageLog>(provider => new GatedMessageLog(ActivatorUtilities.CreateInstance<SqliteMessageLog>(provider)));

    /// <summary>From now on appends hang. The task completes when the first one does.</summary>
    public Task Close()
    {
        _entered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _open.Reset();
        return _entered.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }

    public void Open() => _open.Set();

    public override IReadOnlyList<AppendOutcome> Append(IReadOnlyList<NewMessage> batch)
    {
        Batches.Add(batch.Count);
        _entered.TrySetResult();
        _open.Wait();
        if (Fault is { } fault)
        {
            throw fault;
        }

        var outcomes = _inner.Append(batch);
        AnnounceLastId(_inner.LastId);
        return outcomes;
    }

    public override bool HasRoom => !SeemsFull && _inner.HasRoom;

    public override void Probe()
    {
        if (Fault is { } fault)
        {
            throw fault;
        }

        _inner.Probe();
    }

    public override long FirstId => _inner.FirstId;

    public override ReadOnlyMemory<byte> Dictionary => _inner.Dictionary;

    public override void KeepDictionary(byte[] content) => _inner.KeepDictionary(content);

    public override int DeleteOldest(DateTimeOffset receivedBefore, long upToId, int limit) => _inner.DeleteOldest(receivedBefore, upToId, limit);

    public override void KeepRefused(IReadOnlyList<RefusedPush> pushes)
    {
        if (Fault is { } fault)
        {
            throw fault;
        }

        _inner.KeepRefused(pushes);
    }

    public override void RemoveRefused(IReadOnlyList<long> ids) => _inner.RemoveRefused(ids);

    public override int RemoveOldRefused(DateTimeOffset now, int limit) => _inner.RemoveOldRefused(now, limit);

    public override bool GiveBackSpace() => _inner.GiveBackSpace();

    public override bool IsEmpty => _inner.IsEmpty;

    public override void Clear() => _inner.Clear();

    public override IReadOnlyList<LoggedMessage> ReadAfter(long afterId, int limit) => _inner.ReadAfter(afterId, limit);

    public void Dispose()
    {
        _open.Dispose();
        (_inner as IDisposable)?.Dispose();
    }
}
