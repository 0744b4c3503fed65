using Microsoft.EntityFrameworkCore;
using Sensoro.Dashboard.Access;
using Sensoro.Dashboard.Storage.Audit;
using Sensoro.Domain.Audit;

namespace Sensoro.Dashboard.Storage;

/// <summary>What staff say about tasks: which device one was for. SENSORO's result names none.</summary>
public sealed class TaskLinks(IDbContextFactory<SensoroDbContext> states, AuditTrail trail, TimeProvider time)
{
    /// <summary>Links a task to a device; false when there is no such device.</summary>
    public async Task<bool> LinkAsync(string appId, string taskId, string sn, CancellationToken cancellationToken)
    {
        Acting.Demand(Role.Operator);
        await using var state = await states.CreateDbContextAsync(cancellationToken);
        if (!await state.Devices.AsNoTracking().AnyAsync(device => device.Sn == sn, cancellationToken))
        {
            return false;
        }

        await using var transaction = await state.Database.BeginTransactionAsync(cancellationToken);
        var link = await state.TaskLinks.FindAsync([appId, taskId], cancellationToken);
        await NoteAsync(state, taskId, link?.Sn, sn, cancellationToken);
        if (link is null)
        {
            state.TaskLinks.Add(new TaskLinkRow(appId, taskId, sn, time.GetUtcNow()));
        }
        else
        {
            link.MoveTo(sn, time.GetUtcNow());
        }

        await state.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>Takes a link back.</summary>
    public async Task UnlinkAsync(string appId, string taskId, CancellationToken cancellationToken)
    {
        Acting.Demand(Role.Operator);
        await using var state = await states.CreateDbContextAsync(cancellationToken);
        await using var transaction = await state.Database.BeginTransactionAsync(cancellationToken);
        if (await state.TaskLinks.FindAsync([appId, taskId], cancellationToken) is not { } link)
        {
            return;
        }

        state.TaskLinks.Remove(link);
        await NoteAsync(state, taskId, link.Sn, null, cancellationToken);
        await state.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private Task NoteAsync(SensoroDbContext state, string taskId, string? before, string? after, CancellationToken cancellationToken) =>
        trail.AddAsync(state, [new AuditNote(AuditAction.TaskLink, taskId, before, after)], cancellationToken);
}
