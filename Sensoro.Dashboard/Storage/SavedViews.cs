using Microsoft.EntityFrameworkCore;
using Sensoro.Dashboard.Access;
using Sensoro.Dashboard.Storage.Audit;
using Sensoro.Domain.Audit;

namespace Sensoro.Dashboard.Storage;

/// <summary>The lists of devices that staff have named. They are everybody's: who saves one saves it for all.</summary>
public sealed class SavedViews(IDbContextFactory<SensoroDbContext> states, AuditTrail trail, TimeProvider time)
{
    /// <summary>Characters of a name.</summary>
    public const int LongestName = 40;

    /// <summary>Characters of a query: three texts of a hundred letters each, every letter escaped, and all that is said in words.</summary>
    public const int LongestQuery = 4_000;

    /// <summary>More could not be found again.</summary>
    public const int Most = 50;

    /// <summary>All views, the oldest first.</summary>
    public async Task<IReadOnlyList<SavedView>> ListAsync(CancellationToken cancellationToken)
    {
        await using var state = await states.CreateDbContextAsync(cancellationToken);
        var rows = await state.SavedViews.AsNoTracking().OrderBy(view => view.Id).Take(Most).ToListAsync(cancellationToken);
        return rows.ConvertAll(static row => row.ToView());
    }

    /// <summary>Gives what a query shows a name.</summary>
    public async Task<SavedViewChange> AddAsync(string name, string query, CancellationToken cancellationToken)
    {
        Acting.Demand(Role.Operator);
        var accepted = OneLine(name);
        return NameFault(accepted) is not SavedViewFault.None and var fault ? SavedViewChange.Refused(fault)
            : query.Length > LongestQuery ? SavedViewChange.Refused(SavedViewFault.TooLong)
            : await InsertAsync(new SavedViewRow(accepted, query, Now()), cancellationToken);
    }

    /// <summary>Puts a removed view back to where it was.</summary>
    public Task<SavedViewChange> RestoreAsync(SavedView view, CancellationToken cancellationToken)
    {
        Acting.Demand(Role.Operator);
        return InsertAsync(new SavedViewRow(view), cancellationToken);
    }

    /// <summary>Gives a view another name.</summary>
    public async Task<SavedViewChange> RenameAsync(long id, string name, CancellationToken cancellationToken)
    {
        Acting.Demand(Role.Operator);
        var accepted = OneLine(name);
        if (NameFault(accepted) is not SavedViewFault.None and var fault)
        {
            return SavedViewChange.Refused(fault);
        }

        await using var state = await states.CreateDbContextAsync(cancellationToken);
        await using var transaction = await state.Database.BeginTransactionAsync(cancellationToken);
        if (await state.SavedViews.FindAsync([id], cancellationToken) is not { } row)
        {
            return SavedViewChange.Refused(SavedViewFault.Gone);
        }

        if (await state.SavedViews.AnyAsync(other => other.Id != id && other.Name == accepted, cancellationToken))
        {
            return SavedViewChange.Refused(SavedViewFault.NameTaken);
        }

        var before = row.ToView();
        row.Rename(accepted);
        await trail.AddAsync(state, [new AuditNote(AuditAction.ViewSaved, accepted, before.Name, accepted)], cancellationToken);
        await state.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return SavedViewChange.Made(before);
    }

    /// <summary>Removes a view.</summary>
    public async Task<SavedViewChange> RemoveAsync(long id, CancellationToken cancellationToken)
    {
        Acting.Demand(Role.Operator);
        await using var state = await states.CreateDbContextAsync(cancellationToken);
        await using var transaction = await state.Database.BeginTransactionAsync(cancellationToken);
        if (await state.SavedViews.FindAsync([id], cancellationToken) is not { } row)
        {
            return SavedViewChange.Refused(SavedViewFault.Gone);
        }

        state.SavedViews.Remove(row);
        await trail.AddAsync(state, [new AuditNote(AuditAction.ViewRemoved, row.Name, row.Query)], cancellationToken);
        await state.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return SavedViewChange.Made(row.ToView());
    }

    /// <summary>The transaction begins with the right to write, so nobody can take the name or the last place in between.</summary>
    private async Task<SavedViewChange> InsertAsync(SavedViewRow row, CancellationToken cancellationToken)
    {
        await using var state = await states.CreateDbContextAsync(cancellationToken);
        await using var transaction = await state.Database.BeginTransactionAsync(cancellationToken);
        if (await state.SavedViews.CountAsync(cancellationToken) >= Most)
        {
            return SavedViewChange.Refused(SavedViewFault.TooMany);
        }

        var name = row.Name;
        if (await state.SavedViews.AnyAsync(other => other.Name == name, cancellationToken))
        {
            return SavedViewChange.Refused(SavedViewFault.NameTaken);
        }

        state.SavedViews.Add(row);
        await trail.AddAsync(state, [new AuditNote(AuditAction.ViewSaved, name, null, row.Query)], cancellationToken);
        await state.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return SavedViewChange.Made(row.ToView());
    }

    /// <summary>As precise as it is stored: what is returned is what will be read.</summary>
    private DateTimeOffset Now() => DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());

    private static SavedViewFault NameFault(string name) => name.Length switch
    {
        0 => SavedViewFault.NameMissing,
        > LongestName => SavedViewFault.NameTooLong,
        _ => SavedViewFault.None,
    };

    /// <summary>Spaces around and in a row, line breaks and control characters become one space.</summary>
    private static string OneLine(string name) =>
        string.Join(' ', string.Concat(name.Select(static letter => char.IsControl(letter) ? ' ' : letter)).Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
