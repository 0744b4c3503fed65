namespace Sensoro.Dashboard.Storage.Sqlite;

/// <summary>Whether the disk of the log has room for what comes next.</summary>
internal sealed class LogRoom(string logFile, FreeSpace space)
{
    /// <summary>More than any batch takes beyond what the write-ahead log has already.</summary>
    private const int Bytes = 1 << 20;

    private const string TrialName = "room.part";

    private readonly string _folder = Path.GetDirectoryName(logFile) ?? "";

    /// <summary>Asks. The answer may be too low: a system can keep something back for its administrator.</summary>
    public bool SeemsEnough
    {
        get
        {
            try
            {
                return File.Exists(logFile) && space.Of(_folder) >= Bytes;
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
            {
                return false;
            }
        }
    }

    /// <summary>Tries, and leaves nothing.</summary>
    /// <exception cref="StorageException">There is no room, or no folder.</exception>
    public void Try()
    {
        var trial = Path.Combine(_folder, TrialName);
        try
        {
            using var file = new FileStream(trial, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose);
            file.Write(new byte[Bytes]);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StorageException($"The disk of the message log has no room ({error.Message}).", error);
        }
    }
}
