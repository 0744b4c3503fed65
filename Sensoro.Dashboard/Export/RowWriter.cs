using System.Globalization;

namespace Sensoro.Dashboard.Export;

/// <summary>
/// Writes rows cell by cell in the order of the columns. What is written reaches the target page by page, so that an export of
/// any size needs the memory of one page.
/// </summary>
internal abstract class RowWriter(TimeZoneInfo zone, Action<long>? pageWritten) : IAsyncDisposable
{
    private const string IsoFormat = "yyyy-MM-dd'T'HH:mm:ss.fffzzz";
    private const int LongestTime = 40;
    private const string LocalFormat = "yyyy-MM-dd HH:mm:ss.fff";

    /// <summary>Rows that were ended.</summary>
    public long Rows { get; private set; }

    public abstract void Text(string? text);

    public abstract void Number(double? value);

    public abstract void Whole(long? value);

    public abstract void Flag(bool? value);

    /// <summary>A value that is JSON already.</summary>
    public abstract void Json(string? json);

    /// <summary>ISO 8601 with the zone's offset at that time.</summary>
    public void Time(DateTimeOffset? time) => Time(time, IsoFormat);

    /// <summary>The zone's clock without an offset, as spreadsheets understand it.</summary>
    public void LocalTime(DateTimeOffset? time) => Time(time, LocalFormat);

    public async ValueTask EndRowAsync(CancellationToken cancellationToken)
    {
        await WriteRowAsync(cancellationToken);
        Rows++;
    }

    /// <summary>Hands over what was written, says so, and lets a cancellation take effect.</summary>
    public async ValueTask EndPageAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await FlushAsync(cancellationToken);
        pageWritten?.Invoke(Rows);
    }

    public abstract ValueTask DisposeAsync();

    /// <summary>Text of our own making, which needs no guard.</summary>
    protected abstract void Plain(ReadOnlySpan<char> text);

    /// <summary>A cell without a value.</summary>
    protected abstract void Missing();

    protected abstract ValueTask WriteRowAsync(CancellationToken cancellationToken);

    protected abstract ValueTask FlushAsync(CancellationToken cancellationToken);

    /// <summary>Formatted on the stack: a million rows would otherwise leave two million strings to be collected.</summary>
    private void Time(DateTimeOffset? time, string format)
    {
        if (time is not { } known)
        {
            Missing();
            return;
        }

        Span<char> text = stackalloc char[LongestTime];
        if (TimeZoneInfo.ConvertTime(known, zone).TryFormat(text, out var length, format, CultureInfo.InvariantCulture))
        {
            Plain(text[..length]);
        }
    }
}
