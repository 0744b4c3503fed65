using Sensoro.Dashboard.Storage;
using Sensoro.Domain.Devices;
using Sensoro.Domain.Readings;
using Sensoro.Domain.Tasks;

namespace Sensoro.Dashboard.Tests.Projection;

/// <summary>A state whose next commits fail, with everything else done for real.</summary>
internal sealed class FaultyStateWriter(StateWriter inner) : StateWriter
{
    /// <summary>How many of the next commits fail.</summary>
    public int Faults { get; set; }

    /// <summary>Called before each commit: what a fold does besides, such as to take its time.</summary>
    public Action? Committing { get; init; }

    public override long Cursor => inner.Cursor;

    public override string? Generation => inner.Generation;

    public override long? RebuildTo => inner.RebuildTo;

    public override long ReadingsFrom => inner.ReadingsFrom;

    public override void Begin() => inner.Begin();

    public override void Commit(long cursor, string generation)
    {
        if (Faults > 0)
        {
            Faults--;
            throw new StorageException("The disk is full.");
        }

        Committing?.Invoke();
        inner.Commit(cursor, generation);
    }

    public override void RollBack() => inner.RollBack();

    public override void BeginRebuild(LogExtent log) => inner.BeginRebuild(log);

    public override int MetricId(string key) => inner.MetricId(key);

    public override Device? FindDevice(string sn) => inner.FindDevice(sn);

    public override long NextDeviceId() => inner.NextDeviceId();

    public override void SaveDevice(Device device, DeviceSnapshot snapshot) => inner.SaveDevice(device, snapshot);

    public override void SaveLatest(long deviceId, LatestValue value) => inner.SaveLatest(deviceId, value);

    public override void SaveReading(SeriesId series, long at, Reading reading) => inner.SaveReading(series, at, reading);

    public override void MergeRollup(RollupSpan span, SeriesId series, long at, Rollup added, bool areNewest) =>
        inner.MergeRollup(span, series, at, added, areNewest);

    public override void RecomputeRollup(RollupSpan span, SeriesId series, long at) => inner.RecomputeRollup(span, series, at);

    public override void SaveDeviceMessage(long deviceId, long messageId) => inner.SaveDeviceMessage(deviceId, messageId);

    public override void SaveTaskResult(TaskResult result) => inner.SaveTaskResult(result);

    public override void AddPushes(long minute, int count) => inner.AddPushes(minute, count);

    public override void SetAside(SetAsideMessage message) => inner.SetAside(message);

    public override void TakeBack(long messageId) => inner.TakeBack(messageId);

    public override bool IsUnwritable(Exception fault) => inner.IsUnwritable(fault);

    public override void Clear() => inner.Clear();

    protected override void Dispose(bool disposing) => inner.Dispose();
}
