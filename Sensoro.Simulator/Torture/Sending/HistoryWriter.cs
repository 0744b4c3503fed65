using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Sensoro.Simulator.Torture.Sending;

/// <summary>
/// The sender's own record, on disk before each request is sent: the sender may die, too. Lines of many connections share one
/// sync, as in any log.
/// </summary>
internal sealed class HistoryWriter : IAsyncDisposable
{
    private readonly SafeFileHandle _file;
    private readonly SemaphoreSlim _wanted = new(0);
    private readonly Lock _gate = new();
    private readonly Task _writing;
    private StringBuilder _lines = new();
    private TaskCompletionSource _onDisk = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _length;
    private bool _closing;

    public HistoryWriter(string path)
    {
        _file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read);
        _writing = Task.Run(WriteAsync);
    }

    /// <summary>Completes when the line is on disk.</summary>
    public Task AddAsync(string line)
    {
        lock (_gate)
        {
            _lines.Append(line).Append('\n');
            if (_wanted.CurrentCount == 0)
            {
                _wanted.Release();
            }

            return _onDisk.Task;
        }
    }

    public async ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            _closing = true;
            _wanted.Release();
        }

        await _writing;
        _file.Dispose();
        _wanted.Dispose();
    }

    private async Task WriteAsync()
    {
        while (true)
        {
            await _wanted.WaitAsync();
            var (lines, onDisk, closing) = Take();
            if (lines.Length > 0)
            {
                var bytes = Encoding.UTF8.GetBytes(lines.ToString());
                RandomAccess.Write(_file, bytes, _length);
                RandomAccess.FlushToDisk(_file);
                _length += bytes.Length;
            }

            onDisk.SetResult();
            if (closing)
            {
                return;
            }
        }
    }

    private (StringBuilder Lines, TaskCompletionSource OnDisk, bool Closing) Take()
    {
        lock (_gate)
        {
            var taken = (_lines, _onDisk, _closing);
            (_lines, _onDisk) = (new StringBuilder(), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            return taken;
        }
    }
}
