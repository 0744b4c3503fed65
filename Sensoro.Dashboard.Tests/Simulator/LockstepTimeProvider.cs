using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace Sensoro.Dashboard.Tests.Simulator;

/// <summary>
/// A clock for a loop that works and then waits: it jumps to the end of the wait once the loop has come to it, and never before, so
/// nothing is missed however slow the machine.
/// </summary>
internal sealed class LockstepTimeProvider(DateTimeOffset start) : FakeTimeProvider(start)
{
    /// <summary>Timers longer than this guard against a hanging receiver; they are not what the loop waits for.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(2);

    private readonly Channel<DateTimeOffset> _waits = Channel.CreateUnbounded<DateTimeOffset>();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime < LongestWait)
        {
            _waits.Writer.TryWrite(GetUtcNow() + dueTime);
        }

        return timer;
    }

    /// <summary>Lets the time pass, wait by wait, until the loop ends or the clock has reached <paramref name="until"/>.</summary>
    public async Task RunAsync(Task loop, DateTimeOffset until)
    {
        while (GetUtcNow() < until)
        {
            var wait = _waits.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask();
            if (await Task.WhenAny(loop, wait) == loop)
            {
                break;
            }

            var due = await wait;
            if (due > GetUtcNow())
            {
                SetUtcNow(due);
            }
        }
    }
}
