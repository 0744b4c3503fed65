using Sensoro.Domain.Devices;
using Sensoro.Domain.Readings;
using Sensoro.Domain.Tasks;

namespace Sensoro.Dashboard.Storage;

/// <summary>
/// The projection's hold on the state: what was folded and how far, written in one transaction. One thread at a time. The seam
/// between the database providers.
/// </summary>
public abstract class StateWriter : IDisposable
{
    /// <summary>The newest message that is folded into the state.</summary>
    public abstract long Cursor { get; }

    /// <summary>The log that the state was folded from; null while nothing was folded.</summary>
    public abstract string? Generation { get; }

    public abstract void Begin();

    /// <summary>Keeps everything written since <see cref="Begin"/> together with the cursor.</summary>
    public abstract void Commit(long cursor, string generation);

    public abstract void RollBack();

    /// <summary>The device as stored, with its latest values; null when it is new.</summary>
    public abstract Device? FindDevice(string sn);

    /// <summary>A number that no device has.</summary>
    public abstract long NextDeviceId();

    public abstract void SaveDevice(Device device, DeviceSnapshot snapshot);

    public abstract void SaveLatest(long deviceId, LatestValue value);

    /// <summary>Adds a reading; one for the same metric and time is replaced, as the latest value is.</summary>
    public abstract void SaveReading(long deviceId, Reading reading);

    public abstract void SaveDeviceMessage(long deviceId, long messageId);

    public abstract void SaveTaskResult(TaskResult result);

    /// <param name="minute">Whole minutes since the Unix epoch.</param>
    /// <param name="count">Messages to add.</param>
    public abstract void AddPushes(long minute, int count);

    /// <summary>Removes everything that was folded and what staff entered about it; the cursor stays.</summary>
    public abstract void Clear();

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);
}
