using Microsoft.Extensions.Options;

namespace Sensoro.Dashboard.Storage;

/// <summary>
/// Keeps a second program away from the data directory: ids are given by one writer, and two of them would give the same ones.
/// The operating system takes the lock back when a program dies.
/// </summary>
internal sealed class DataDirectoryLock(IOptions<StorageOptions> options) : IHostedService, IDisposable
{
    private const string FileName = "in-use.lock";
    private FileStream? _file;

    /// <exception cref="StorageException">Another program has the directory.</exception>
    public void Take()
    {
        var folder = options.Value.DataDirectory;
        try
        {
            Directory.CreateDirectory(folder);
            _file ??= new FileStream(Path.Combine(folder, FileName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StorageException($"The data directory {folder} is in use by another program, or cannot be written ({error.Message}). Stop that program first.", error);
        }
    }

    /// <summary>Does something that no other program may do at the same time, when this one does not have the directory yet.</summary>
    /// <exception cref="StorageException">Another program has the directory.</exception>
    public void While(Action work)
    {
        var isTaken = _file is not null;
        Take();
        try
        {
            work();
        }
        finally
        {
            if (!isTaken)
            {
                _file?.Dispose();
                _file = null;
            }
        }
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        Take();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _file?.Dispose();
}
