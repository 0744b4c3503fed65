using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace Sensoro.Dashboard.Tests.Projection;

/// <summary>A clock that stands still, and says when somebody has begun to wait for it.</summary>
internal sealed class RestSignallingClock : FakeTimeProvider
{
    private readonly Channel<TimeSpan> _rests = Channel.CreateUnbounded<TimeSpan>();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        _rests.Writer.TryWrite(dueTime);
        return timer;
    }

    public Task<TimeSpan> WaitForRestAsync() =>
        _rests.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Integration.DashboardFactory.Patience, TestContext.Current.CancellationToken);
}
