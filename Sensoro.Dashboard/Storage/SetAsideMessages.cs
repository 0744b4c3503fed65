using System.Globalization;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Sensoro.Dashboard.Access;
using Sensoro.Dashboard.Storage.Audit;
using Sensoro.Domain.Audit;

namespace Sensoro.Dashboard.Storage;

/// <summary>The messages that were set aside: which there are, and the way of who wants them tried again to the projection.</summary>
public sealed class SetAsideMessages(IDbContextFactory<SensoroDbContext> states, AuditTrail trail)
{
    /// <summary>So many are listed, and tried again at once.</summary>
    public const int Most = 200;

    private readonly Channel<TaskCompletionSource> _retries = Channel.CreateUnbounded<TaskCompletionSource>();

    public async Task<int> CountAsync(CancellationToken cancellationToken)
    {
        await using var state = await states.CreateDbContextAsync(cancellationToken);
        return await state.SetAside.CountAsync(cancellationToken);
    }

    /// <summary>The oldest first.</summary>
    public async Task<IReadOnlyList<SetAsideMessage>> ListAsync(CancellationToken cancellationToken)
    {
        await using var state = await states.CreateDbContextAsync(cancellationToken);
        var rows = await state.SetAside.AsNoTracking().OrderBy(row => row.MessageId).Take(Most).ToListAsync(cancellationToken);
        return rows.ConvertAll(static row => row.ToMessage());
    }

    /// <summary>Has them tried again and returns when that is done; those that fail again are still there.</summary>
    public async Task RetryAsync(CancellationToken cancellationToken)
    {
        Acting.Demand(Role.Administrator);
        trail.Append(AuditAction.Retry, (await CountAsync(cancellationToken)).ToString(CultureInfo.InvariantCulture));
        var retry = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _retries.Writer.TryWrite(retry);
        await retry.Task.WaitAsync(cancellationToken);
    }

    /// <summary>The next wish, to be completed by who fulfils it.</summary>
    internal ValueTask<TaskCompletionSource> NextRetryAsync(CancellationToken cancellationToken) => _retries.Reader.ReadAsync(cancellationToken);
}
