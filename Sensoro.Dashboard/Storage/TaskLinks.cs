using Microsoft.EntityFrameworkCore;
using Sensoro.Dashboard.Access;

namespace Sensoro.Dashboard.Storage;

/// <summary>What staff say about tasks: which device one was for. SENSORO's result names none.</summary>
public sealed class TaskLinks(IDbContextFactory<SensoroDbContext> states, TimeProvider time)
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

        var link = await state.TaskLinks.FindAsync([appId, taskId], cancellationToken);
        if (link is null)
        {
            state.TaskLinks.Add(new TaskLinkRow(appId, taskId, sn, time.GetUtcNow()));
        }
        else
        {
            link.MoveTo(sn, time.GetUtcNow());
        }

        await state.SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <summary>Takes a link back.</summary>
    public async Task UnlinkAsync(string appId, string taskId, CancellationToken cancellationToken)
    {
        Acting.Demand(Role.Operator);
        await using var state = await states.CreateDbContextAsync(cancellationToken);
        await state.TaskLinks.Where(link => link.AppId == appId && link.TaskId == taskId).ExecuteDeleteAsync(cancellationToken);
    }
}
