using Microsoft.Extensions.Options;
using Sensoro.Dashboard.Backup;
using Sensoro.Dashboard.Storage;
using Sensoro.Dashboard.Tests.Integration;
using Sensoro.Dashboard.Tests.Storage;

namespace Sensoro.Dashboard.Tests.Backup;

/// <summary>A restore into a data directory that it holds until it is disposed of, as the program's end does.</summary>
internal sealed class RestoreTarget : IDisposable
{
    private readonly DataDirectoryLock _directory;

    public RestoreTarget(string dataDirectory, FreeSpace? space = null)
    {
        var options = Options.Create(new StorageOptions { DataDirectory = dataDirectory });
        _directory = new DataDirectoryLock(options);
        Restore = new Restore(options, _directory, space ?? new FreeSpace(), new StoppedClock(Messages.Noon.AddDays(1)));
    }

    public Restore Restore { get; }

    public void Dispose() => _directory.Dispose();
}
