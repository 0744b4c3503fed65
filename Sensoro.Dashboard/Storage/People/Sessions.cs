using Microsoft.EntityFrameworkCore;

namespace Sensoro.Dashboard.Storage.People;

/// <summary>Where people are signed in. One that nobody has come back to goes with the next that is made.</summary>
public sealed class Sessions(IDbContextFactory<SensoroDbContext> states, TimeProvider time)
{
    /// <summary>No cookie lives longer without being used.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(14);

    /// <summary>A cookie is renewed at half its life, and was seen a few minutes before what is written.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromDays(1);

    /// <summary>Of one account, the one that was used last first.</summary>
    public async Task<IReadOnlyList<Session>> ListAsync(string userId, CancellationToken cancellationToken)
    {
        var edge = time.GetUtcNow() - Longest;
        await using var state = await states.CreateDbContextAsync(cancellationToken);
        return await state.Sessions.AsNoTracking().Where(row => row.UserId == userId && row.SeenAt > edge).OrderByDescending(row => row.SeenAt).ThenBy(row => row.Id)
            .Select(row => new Session(row.Id, row.MadeAt, row.SeenAt, row.Address, row.Device, row.IsKept)).ToListAsync(cancellationToken);
    }

    public async Task AddAsync(SessionRow row, CancellationToken cancellationToken)
    {
        var edge = time.GetUtcNow() - Longest - Margin;
        await using var state = await states.CreateDbContextAsync(cancellationToken);
        await using var transaction = await state.Database.BeginTransactionAsync(cancellationToken);
        await state.Sessions.Where(old => old.SeenAt < edge).ExecuteDeleteAsync(cancellationToken);
        state.Sessions.Add(row);
        await state.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Ends one session of an account; false when it has none such.</summary>
    public async Task<bool> EndAsync(string userId, string id, CancellationToken cancellationToken)
    {
        await using var state = await states.CreateDbContextAsync(cancellationToken);
        return await state.Sessions.Where(row => row.UserId == userId && row.Id == id).ExecuteDeleteAsync(cancellationToken) == 1;
    }

    /// <summary>Ends all sessions of an account but one, or really all; returns how many.</summary>
    public async Task<int> EndAllAsync(string userId, string? but, CancellationToken cancellationToken)
    {
        await using var state = await states.CreateDbContextAsync(cancellationToken);
        return await state.Sessions.Where(row => row.UserId == userId && row.Id != but).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Writes down when each was seen last.</summary>
    public async Task NoteSeenAsync(IReadOnlyCollection<KeyValuePair<string, DateTimeOffset>> seen, CancellationToken cancellationToken)
    {
        await using var state = await states.CreateDbContextAsync(cancellationToken);
        await using var transaction = await state.Database.BeginTransactionAsync(cancellationToken);
        foreach (var (id, at) in seen)
        {
            await state.Sessions.Where(row => row.Id == id && row.SeenAt < at).ExecuteUpdateAsync(row => row.SetProperty(session => session.SeenAt, at), cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }
}
