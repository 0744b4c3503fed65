using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Sensoro.Dashboard.Access;
using Sensoro.Dashboard.Storage.Audit;
using Sensoro.Domain.Audit;

namespace Sensoro.Dashboard.Storage.Tokens;

/// <summary>
/// Keeps the tokens of programs. One that has ended is kept a while longer, so that a program with it is told why it is refused; it goes
/// when another is made.
/// </summary>
public sealed class ApiTokens(IDbContextFactory<SensoroDbContext> states, AuditTrail trail, TimeProvider time)
{
    /// <summary>More than anybody keeps apart. Those that have ended do not count.</summary>
    public const int Most = 200;

    private static readonly TimeSpan KeptAfterEnd = TimeSpan.FromDays(90);

    /// <summary>Keeps a new one; false when there are too many.</summary>
    public async Task<bool> AddAsync(ApiTokenRow row, CancellationToken cancellationToken)
    {
        Acting.Demand(Role.Administrator);
        var (now, longAgo) = (time.GetUtcNow(), time.GetUtcNow() - KeptAfterEnd);
        await using var state = await states.CreateDbContextAsync(cancellationToken);
        await using var transaction = await state.Database.BeginTransactionAsync(cancellationToken);
        await state.ApiTokens.Where(old => old.ExpiresAt < longAgo || old.RevokedAt < longAgo).ExecuteDeleteAsync(cancellationToken);
        if (await state.ApiTokens.CountAsync(old => old.RevokedAt == null && old.ExpiresAt > now, cancellationToken) >= Most)
        {
            return false;
        }

        state.ApiTokens.Add(row);
        await trail.AddAsync(state, [new AuditNote(AuditAction.TokenMade, row.Name, null, Words(row))], cancellationToken);
        await state.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>Takes one back; false when it is gone or was taken back before.</summary>
    public async Task<bool> RevokeAsync(long id, CancellationToken cancellationToken)
    {
        Acting.Demand(Role.Administrator);
        await using var state = await states.CreateDbContextAsync(cancellationToken);
        await using var transaction = await state.Database.BeginTransactionAsync(cancellationToken);
        if (await state.ApiTokens.FindAsync([id], cancellationToken) is not { RevokedAt: null } row)
        {
            return false;
        }

        row.Revoke(time.GetUtcNow());
        await trail.AddAsync(state, [new AuditNote(AuditAction.TokenRevoked, row.Name, Words(row))], cancellationToken);
        await state.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>Notes when tokens were used last.</summary>
    internal async Task NoteUsesAsync(IReadOnlyDictionary<long, DateTimeOffset> uses, CancellationToken cancellationToken)
    {
        await using var state = await states.CreateDbContextAsync(cancellationToken);
        await using var transaction = await state.Database.BeginTransactionAsync(cancellationToken);
        foreach (var (id, at) in uses)
        {
            await state.ApiTokens.Where(row => row.Id == id && (row.LastUseAt == null || row.LastUseAt < at))
                .ExecuteUpdateAsync(row => row.SetProperty(static token => token.LastUseAt, at), cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private static string Words(ApiTokenRow row) =>
        $"{TokenScopes.Text(row.Scopes)}, until {row.ExpiresAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture)}";
}
