using Sensoro.Domain.Devices;
using Sensoro.Domain.Readings;
using Sensoro.Domain.Tasks;

namespace Sensoro.Dashboard.Storage;

/// <summary>
/// The projection's hold on the state: what was folded and how far, written in one transaction. One thread at a time. The seam
/// between the database providers. Times of readings and roll-ups are Unix milliseconds.
/// </summary>
public abstract class StateWriter : IDisposable
{
    /// <summary>The newest message that is folded into the state.</summary>
    public abstract long Cursor { get; }

    /// <summary>The log that the state was folded from; null while nothing was folded.</summary>
    public abstract string? Generation { get; }

    /// <summary>
    /// While the state is being folded anew: the newest message that was folded before, so that what it and those before it brought
    /// may be there already. Null at all other times.
    /// </summary>
    public abstract long? RebuildTo { get; }

    /// <summary>Readings before this time are kept in the roll-ups alone; read anew with each <see cref="Begin"/>.</summary>
    public abstract long ReadingsFrom { get; }

    public abstract void Begin();

    /// <summary>Keeps everything written since <see cref="Begin"/> together with the cursor.</summary>
    /// <exception cref="StorageException">Another program has moved the cursor since it was read.</exception>
    public abstract void Commit(long cursor, string generation);

    public abstract void RollBack();

    /// <summary>
    /// Takes back what the messages in the log brought, as far as the log can bring it again, and sets the cursor before the first of
    /// them. Readings and roll-ups stay unless the log has every message there ever was; so does everything that staff entered.
    /// </summary>
    public abstract void BeginRebuild(LogExtent log);

    /// <summary>The device as stored, with its latest values; null when it is new.</summary>
    public abstract Device? FindDevice(string sn);

    /// <summary>A number that no device has.</summary>
    public abstract long NextDeviceId();

    /// <summary>The short number of a metric, given to it when it has none.</summary>
    public abstract int MetricId(string key);

    public abstract void SaveDevice(Device device, DeviceSnapshot snapshot);

    public abstract void SaveLatest(long deviceId, LatestValue value);

    /// <summary>Adds a reading; one for the same metric and time is replaced, as the latest value is.</summary>
    public abstract void SaveReading(SeriesId series, long at, Reading reading);

    /// <summary>Adds values to a roll-up.</summary>
    /// <param name="span">Hour or day.</param>
    /// <param name="series">Whose.</param>
    /// <param name="at">Start of the hour or day.</param>
    /// <param name="added">The values; none of them is in the roll-up yet.</param>
    /// <param name="areNewest">They are later than every value in it.</param>
    public abstract void MergeRollup(RollupSpan span, SeriesId series, long at, Rollup added, bool areNewest);

    /// <summary>Rolls up anew: an hour from its readings, a day from its hours.</summary>
    public abstract void RecomputeRollup(RollupSpan span, SeriesId series, long at);

    public abstract void SaveDeviceMessage(long deviceId, long messageId);

    public abstract void SaveTaskResult(TaskResult result);

    /// <param name="minute">Whole minutes since the Unix epoch.</param>
    /// <param name="count">Messages to add.</param>
    public abstract void AddPushes(long minute, int count);

    /// <summary>Keeps that a message could not be folded, and why; in place of what was kept about it before.</summary>
    public abstract void SetAside(SetAsideMessage message);

    /// <summary>Forgets that a message was set aside.</summary>
    public abstract void TakeBack(long messageId);

    /// <summary>The error means that nothing can be written now, whatever it is: no message is to blame.</summary>
    public abstract bool IsUnwritable(Exception fault);

    /// <summary>Removes everything that was folded and what staff entered about it; the cursor stays.</summary>
    public abstract void Clear();

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);
}
