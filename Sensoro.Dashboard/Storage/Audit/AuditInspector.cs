using Microsoft.EntityFrameworkCore;
using Sensoro.Dashboard.Access;
using Sensoro.Domain.Audit;

namespace Sensoro.Dashboard.Storage.Audit;

/// <summary>Reads the whole trail and tells whether it is what was written.</summary>
public sealed class AuditInspector(IDbContextFactory<SensoroDbContext> states)
{
    /// <summary>Faults that are named; a broken trail does not become clearer by more of them.</summary>
    private const int MostFaults = 100;

    private const int Slice = 1_000;

    public async Task<AuditInspection> InspectAsync(CancellationToken cancellationToken)
    {
        Acting.Demand(Role.Administrator);
        await using var state = await states.CreateDbContextAsync(cancellationToken);

        // The end first: entries only come behind it, so what comes while the others are read does not belong to this walk.
        var head = await state.AuditHeads.AsNoTracking().FirstOrDefaultAsync(cancellationToken) ?? new AuditHeadRow();
        var check = new AuditCheck(hash => IsThere(state, hash.ToArray()));
        var faults = new List<AuditFault>();
        while (await SliceAsync(state, check.LastId, head.LastId, cancellationToken) is { Count: > 0 } rows)
        {
            faults.AddRange(rows.Select(row => check.Follow(row.ToLink())).OfType<AuditFault>());
        }

        faults.AddRange(check.End(head.LastId, head.Hash) is { } end ? [end] : []);
        return new AuditInspection(check.Count, Convert.ToHexStringLower(check.Head.Span), [.. faults.Take(MostFaults)]);
    }

    private static bool IsThere(SensoroDbContext state, byte[] hash) => state.Audit.Any(row => row.Hash == hash);

    private static Task<List<AuditRow>> SliceAsync(SensoroDbContext state, long after, long last, CancellationToken cancellationToken) =>
        state.Audit.AsNoTracking().Where(row => row.Id > after && row.Id <= last).OrderBy(row => row.Id).Take(Slice).ToListAsync(cancellationToken);
}
