namespace Sensoro.Dashboard.Storage;

/// <summary>
/// The devices that staff have changed since the projection last looked. It remembers devices between folds, so it has to be told
/// which to read anew; there is one entry a device, however often it is changed.
/// </summary>
public sealed class EditedDevices
{
    private readonly Lock _gate = new();
    private readonly HashSet<string> _sns = new(StringComparer.Ordinal);
    private TaskCompletionSource _added = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Call after the change is on disk. A change that has met no device wakes nobody.</summary>
    public void Add(IEnumerable<string> sns)
    {
        lock (_gate)
        {
            _sns.UnionWith(sns);
            if (_sns.Count > 0)
            {
                _added.TrySetResult();
            }
        }
    }

    /// <summary>Waits until there is one, and takes them all.</summary>
    public async Task<IReadOnlyCollection<string>> TakeAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            Task added;
            lock (_gate)
            {
                if (_sns.Count > 0)
                {
                    string[] taken = [.. _sns];
                    _sns.Clear();
                    _added = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                    return taken;
                }

                added = _added.Task;
            }

            await added.WaitAsync(cancellationToken);
        }
    }
}
