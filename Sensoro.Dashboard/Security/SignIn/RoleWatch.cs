using Sensoro.Dashboard.Access;
using Sensoro.Dashboard.Security.People;

namespace Sensoro.Dashboard.Security.SignIn;

/// <summary>Calls once, a while after somebody has another role than they had, or none.</summary>
internal sealed class RoleWatch : IDisposable
{
    private readonly Roster _roster;
    private readonly Actor _actor;
    private readonly Role? _role;
    private readonly TimeSpan _grace;
    private readonly ITimer _timer;

    public RoleWatch(Roster roster, Actor actor, TimeProvider time, TimeSpan grace, Action call)
    {
        (_roster, _actor, _role, _grace) = (roster, actor, actor.Role, grace);
        _timer = time.CreateTimer(_ => call(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        roster.Changed += Look;
        Look();
    }

    public void Dispose()
    {
        _roster.Changed -= Look;
        _timer.Dispose();
    }

    private void Look()
    {
        if (_actor.Role != _role)
        {
            _timer.Change(_grace, Timeout.InfiniteTimeSpan);
        }
    }
}
