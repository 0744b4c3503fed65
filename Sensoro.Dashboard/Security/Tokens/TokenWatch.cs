namespace Sensoro.Dashboard.Security.Tokens;

/// <summary>Calls once when a token counts no more, whether it was taken back or its time is over.</summary>
internal sealed class TokenWatch : IDisposable
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private readonly TokenRoster _roster;
    private readonly long _id;
    private readonly Action _call;
    private readonly ITimer _timer;
    private bool _isOver;

    public TokenWatch(TokenRoster roster, long id, TimeProvider time, Action call)
    {
        (_roster, _id, _call) = (roster, id, call);
        _timer = time.CreateTimer(_ => Look(), null, Pace, Pace);
        roster.Changed += Look;
    }

    public void Dispose()
    {
        _roster.Changed -= Look;
        _timer.Dispose();
        lock (_gate)
        {
            _isOver = true;
        }
    }

    /// <summary>Never after the end: the request that would be cut belongs to somebody else by then.</summary>
    private void Look()
    {
        lock (_gate)
        {
            if (_isOver || _roster.Counts(_id))
            {
                return;
            }

            _isOver = true;
            _call();
        }
    }
}
