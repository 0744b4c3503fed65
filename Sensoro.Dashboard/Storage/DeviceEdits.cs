using Microsoft.EntityFrameworkCore;
using Sensoro.Dashboard.Access;
using Sensoro.Dashboard.Storage.Audit;
using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Storage;

/// <summary>
/// What staff say about devices: names, tags, where they are, that they are worked on, and which are still to be mounted. Everything
/// of one call is changed in one transaction, or nothing is; each call returns what takes it back.
/// </summary>
public sealed class DeviceEdits(IDbContextFactory<SensoroDbContext> states, EditedDevices edited, AuditTrail trail, TimeProvider time)
{
    /// <summary>Devices of one call. The projection waits for the transaction, so it must be short.</summary>
    public const int MostAtOnce = 20_000;

    private const int Slice = 500;

    /// <summary>Gives each of the devices the labels that <paramref name="change"/> makes of the present ones.</summary>
    public Task<IReadOnlyList<DeviceEdit>> LabelAsync(IReadOnlyCollection<string> sns, Func<DeviceLabels, DeviceLabels> change, CancellationToken cancellationToken) =>
        ApplyAsync(sns, (sn, row) => new DeviceEdit(sn) { Labels = row is null ? null : change(DeviceLabels.FromStored(row.Name, row.Tags)) }, cancellationToken);

    /// <summary>Puts devices under maintenance, or ends it.</summary>
    public Task<IReadOnlyList<DeviceEdit>> MaintainAsync(IReadOnlyCollection<string> sns, DateTimeOffset? until, CancellationToken cancellationToken) =>
        ApplyAsync(sns, (sn, _) => new DeviceEdit(sn) { Maintenance = new MaintenanceChange(until) }, cancellationToken);

    /// <summary>Ends what was to last until <paramref name="now"/>.</summary>
    /// <returns>How many devices are expected to report again.</returns>
    public async Task<int> EndMaintenanceAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        string[] over;
        await using (var state = await states.CreateDbContextAsync(cancellationToken))
        {
            over = await state.Devices.AsNoTracking().Where(device => device.MaintenanceUntil <= now).OrderBy(device => device.MaintenanceUntil)
                .Take(MostAtOnce).Select(static device => device.Sn).ToArrayAsync(cancellationToken);
        }

        // Somebody may have prolonged it since.
        var ended = over.Length == 0 ? [] : await ApplyAsync(
            over, (sn, row) => new DeviceEdit(sn) { Maintenance = row?.MaintenanceUntil <= now ? new MaintenanceChange(null) : null }, cancellationToken);
        return ended.Count;
    }

    /// <summary>Makes the changes, one for each device.</summary>
    /// <returns>The changes that take these back, for the devices that were changed.</returns>
    public Task<IReadOnlyList<DeviceEdit>> ApplyAsync(IReadOnlyCollection<DeviceEdit> edits, CancellationToken cancellationToken)
    {
        var bySn = edits.ToDictionary(static edit => edit.Sn, StringComparer.Ordinal);
        return ApplyAsync(bySn.Keys, (sn, _) => bySn[sn], cancellationToken);
    }

    private async Task<IReadOnlyList<DeviceEdit>> ApplyAsync(IReadOnlyCollection<string> sns, Func<string, DeviceRow?, DeviceEdit> edit, CancellationToken cancellationToken)
    {
        Acting.Demand(Role.Operator);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sns.Count, MostAtOnce, nameof(sns));
        await using var state = await states.CreateDbContextAsync(cancellationToken);
        await using var transaction = await state.Database.BeginTransactionAsync(cancellationToken);
        var cursor = await state.ProjectionCursors.Select(static row => row.LastMessageId).FirstOrDefaultAsync(cancellationToken);
        var lastId = await state.Devices.Select(static row => row.Id).DefaultIfEmpty().MaxAsync(cancellationToken);
        var undo = new List<DeviceEdit>();
        foreach (var slice in sns.Chunk(Slice))
        {
            var rows = await state.Devices.Where(device => slice.Contains(device.Sn)).OrderBy(device => device.Id).Take(Slice).ToListAsync(cancellationToken);
            var known = rows.ToDictionary(static row => row.Sn, StringComparer.Ordinal);
            var changes = Array.ConvertAll(slice, sn => edit(sn, known.GetValueOrDefault(sn)));
            var latest = await LatestValueReader.ReadAsync(state, changes.Any(static change => change.Maintenance is not null) ? rows : [], cancellationToken);
            var notes = new List<AuditNote>();
            foreach (var change in changes)
            {
                var row = known.GetValueOrDefault(change.Sn);
                var back = row is null ? Add(state, change, ref lastId, cursor) : change.Removes ? Remove(state, row) : row.Apply(change, cursor, latest[row.Id]);
                undo.AddRange(back is null ? [] : [back]);
                notes.AddRange(back is null ? [] : [DeviceEditNote.Of(back, change)]);
            }

            await trail.AddAsync(state, notes, cancellationToken);
            await state.SaveChangesAsync(cancellationToken);
            state.ChangeTracker.Clear();
        }

        await transaction.CommitAsync(cancellationToken);
        edited.Add(undo.Select(static change => change.Sn));
        return undo;
    }

    private DeviceEdit? Add(SensoroDbContext state, DeviceEdit change, ref long lastId, long cursor)
    {
        if (!change.Adds)
        {
            return null;
        }

        var row = DeviceRow.Plan(++lastId, change.Sn, time.GetUtcNow(), cursor);
        row.Apply(change, cursor, []);
        state.Devices.Add(row);
        return new DeviceEdit(change.Sn) { Removes = true };
    }

    private static DeviceEdit? Remove(SensoroDbContext state, DeviceRow row)
    {
        if (row.IsHeard)
        {
            return null;
        }

        state.Devices.Remove(row);
        return row.Described() with { Adds = true };
    }
}
