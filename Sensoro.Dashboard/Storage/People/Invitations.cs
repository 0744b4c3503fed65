using Microsoft.EntityFrameworkCore;
using Sensoro.Dashboard.Access;

namespace Sensoro.Dashboard.Storage.People;

/// <summary>The links by which people come in. An expired one is as good as none and goes with the next that is made.</summary>
public sealed class Invitations(IDbContextFactory<SensoroDbContext> states, TimeProvider time)
{
    /// <summary>More than anybody has open at once.</summary>
    public const int Most = 100;

    /// <summary>Those that still count, the newest first.</summary>
    public async Task<IReadOnlyList<Invitation>> ListAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var state = await states.CreateDbContextAsync(cancellationToken);
        var rows = await state.Invitations.AsNoTracking().Where(row => row.ExpiresAt > now).OrderByDescending(row => row.Id).Take(Most).ToListAsync(cancellationToken);
        return rows.ConvertAll(ToInvitation);
    }

    /// <summary>Keeps a new one; false when too many are open.</summary>
    public async Task<bool> AddAsync(InvitationRow row, CancellationToken cancellationToken)
    {
        Acting.Demand(Role.Administrator);
        var now = time.GetUtcNow();
        await using var state = await states.CreateDbContextAsync(cancellationToken);
        await using var transaction = await state.Database.BeginTransactionAsync(cancellationToken);
        await state.Invitations.Where(old => old.ExpiresAt <= now).ExecuteDeleteAsync(cancellationToken);
        if (await state.Invitations.CountAsync(cancellationToken) >= Most)
        {
            return false;
        }

        state.Invitations.Add(row);
        await state.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>The one with this code; null when there is none that still counts.</summary>
    public async Task<Invitation?> FindAsync(byte[] codeHash, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var state = await states.CreateDbContextAsync(cancellationToken);
        var row = await state.Invitations.AsNoTracking().FirstOrDefaultAsync(row => row.CodeHash == codeHash && row.ExpiresAt > now, cancellationToken);
        return row is null ? null : ToInvitation(row);
    }

    /// <summary>Takes one back before it is used.</summary>
    public Task<bool> WithdrawAsync(long id, CancellationToken cancellationToken)
    {
        Acting.Demand(Role.Administrator);
        return RemoveAsync(id, cancellationToken);
    }

    /// <summary>Takes back the links that were made for an account.</summary>
    public async Task WithdrawOfAsync(string userId, CancellationToken cancellationToken)
    {
        Acting.Demand(Role.Administrator);
        await using var state = await states.CreateDbContextAsync(cancellationToken);
        await state.Invitations.Where(row => row.UserId == userId).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Whoever removes it has used it: false when somebody else was faster.</summary>
    public async Task<bool> RemoveAsync(long id, CancellationToken cancellationToken)
    {
        await using var state = await states.CreateDbContextAsync(cancellationToken);
        return await state.Invitations.Where(row => row.Id == id).ExecuteDeleteAsync(cancellationToken) == 1;
    }

    private static Invitation ToInvitation(InvitationRow row) => new(row.Id, row.Role, row.UserId, row.InvitedBy, row.ExpiresAt);
}
