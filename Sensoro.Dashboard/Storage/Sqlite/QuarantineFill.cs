namespace Sensoro.Dashboard.Storage.Sqlite;

/// <summary>How much of one kind is in the quarantine: counting it anew for each push would cost more than keeping it.</summary>
internal sealed class QuarantineFill
{
    public long Rows { get; private set; }

    public long Bytes { get; private set; }

    public void Add(long rows, long bytes) => (Rows, Bytes) = (Rows + rows, Bytes + bytes);

    public void Clear() => (Rows, Bytes) = (0, 0);
}
