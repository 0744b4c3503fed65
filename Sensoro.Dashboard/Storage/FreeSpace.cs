namespace Sensoro.Dashboard.Storage;

/// <summary>Asks the disk how much is free. Replaced where a full disk has to be acted.</summary>
internal class FreeSpace
{
    /// <summary>Bytes that this program may still write below the folder.</summary>
    public virtual long Of(string folder) => new DriveInfo(folder).AvailableFreeSpace;
}
