namespace Sensoro.Dashboard.Security.People;

/// <summary>
/// Lets few passwords be checked at a time. A check costs a processor a tenth of a second on purpose; a flood of them must not take
/// from the pushes what it costs.
/// </summary>
internal sealed class PasswordGate : IDisposable
{
    private const int MostWaiting = 32;

    private readonly SemaphoreSlim _turns = new(Math.Max(1, Environment.ProcessorCount / 4));
    private int _waiting;

    /// <summary>Waits for a turn, which ends when it is disposed; null when too many wait already.</summary>
    public async Task<IDisposable?> EnterAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref _waiting) > MostWaiting)
        {
            Interlocked.Decrement(ref _waiting);
            return null;
        }

        try
        {
            await _turns.WaitAsync(cancellationToken);
            return new Turn(_turns);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    public void Dispose() => _turns.Dispose();

    private sealed class Turn(SemaphoreSlim turns) : IDisposable
    {
        private SemaphoreSlim? _turns = turns;

        public void Dispose() => Interlocked.Exchange(ref _turns, null)?.Release();
    }
}
