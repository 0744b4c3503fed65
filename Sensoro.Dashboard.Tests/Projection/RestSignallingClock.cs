using Microsoft.Extensions.Time.Testing;

namespace Sensoro.Dashboard.Tests.Projection;

/// <summary>A clock that stands still, and says when somebody has begun to wait for it.</summary>
internal sealed class RestSignallingClock : FakeTimeProvider
{
    private readonly SemaphoreSlim _rests = new(0);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        _rests.Release();
        return timer;
    }

    public Task WaitForRestAsync() => _rests.WaitAsync(Integration.DashboardFactory.Patience, TestContext.Current.CancellationToken);
}
