using Microsoft.EntityFrameworkCore;
using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Storage;

/// <summary>
/// What staff say about devices: names, tags, and where they are. Everything of one call is changed in one transaction, or nothing
/// is; each call returns what takes it back.
/// </summary>
public sealed class DeviceEdits(IDbContextFactory<SensoroDbContext> states, EditedDevices edited)
{
    /// <summary>Devices of one call. The projection waits for the transaction, so it must be short.</summary>
    public const int MostAtOnce = 20_000;

    private const int Slice = 500;

    /// <summary>Gives each of the devices the labels that <paramref name="change"/> makes of the present ones.</summary>
    public Task<IReadOnlyList<DeviceEdit>> LabelAsync(IReadOnlyCollection<string> sns, Func<DeviceLabels, DeviceLabels> change, CancellationToken cancellationToken) =>
        ApplyAsync(sns, row => new DeviceEdit(row.Sn) { Labels = change(DeviceLabels.FromStored(row.Name, row.Tags)) }, cancellationToken);

    /// <summary>Makes the changes, one for each device.</summary>
    /// <returns>The changes that take these back, for the devices that are known and were changed.</returns>
    public Task<IReadOnlyList<DeviceEdit>> ApplyAsync(IReadOnlyCollection<DeviceEdit> edits, CancellationToken cancellationToken)
    {
        var bySn = edits.ToDictionary(static edit => edit.Sn, StringComparer.Ordinal);
        return ApplyAsync(bySn.Keys, row => bySn[row.Sn], cancellationToken);
    }

    private async Task<IReadOnlyList<DeviceEdit>> ApplyAsync(IReadOnlyCollection<string> sns, Func<DeviceRow, DeviceEdit> edit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sns.Count, MostAtOnce, nameof(sns));
        await using var state = await states.CreateDbContextAsync(cancellationToken);
        await using var transaction = await state.Database.BeginTransactionAsync(cancellationToken);
        var cursor = await state.ProjectionCursors.Select(static row => row.LastMessageId).FirstOrDefaultAsync(cancellationToken);
        var undo = new List<DeviceEdit>();
        foreach (var slice in sns.Chunk(Slice))
        {
            var rows = await state.Devices.Where(device => slice.Contains(device.Sn)).OrderBy(device => device.Id).Take(Slice).ToListAsync(cancellationToken);
            undo.AddRange(rows.Select(row => row.Apply(edit(row), cursor)).OfType<DeviceEdit>());
            await state.SaveChangesAsync(cancellationToken);
            state.ChangeTracker.Clear();
        }

        await transaction.CommitAsync(cancellationToken);
        edited.Add(undo.Select(static change => change.Sn));
        return undo;
    }
}
