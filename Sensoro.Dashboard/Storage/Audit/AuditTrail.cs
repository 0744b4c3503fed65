using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Sensoro.Dashboard.Access;
using Sensoro.Domain.Audit;

namespace Sensoro.Dashboard.Storage.Audit;

/// <summary>
/// Writes down who did what. What changes the state hands over its own transaction, so that neither the change nor its entry is there
/// without the other; what changes something else is written down as soon as it is done.
/// </summary>
public sealed class AuditTrail(IDbContextFactory<SensoroDbContext> states, TimeProvider time)
{
    /// <summary>Writes down what was done elsewhere than in the state.</summary>
    /// <param name="action">What was done.</param>
    /// <param name="target">What it was done to.</param>
    /// <param name="before">What that was; never a secret.</param>
    /// <param name="after">What it is now; never a secret.</param>
    public void Append(AuditAction action, string target, string? before = null, string? after = null)
    {
        using var state = states.CreateDbContext();

        // It begins with the right to write, so no entry can come between the end that is read and the one that is written.
        using var transaction = state.Database.BeginTransaction();
        Add(state, state.AuditHeads.FirstOrDefault(), [new AuditNote(action, target, before, after)]);
        state.SaveChanges();
        transaction.Commit();
    }

    /// <summary>Writes down what counts whether or not the state takes a line about it.</summary>
    /// <param name="action">What was done.</param>
    /// <param name="target">What it was done to.</param>
    /// <returns>Why it is not written down; null when it is.</returns>
    public Exception? TryAppend(AuditAction action, string target)
    {
        try
        {
            Append(action, target);
            return null;
        }
        catch (Exception error) when (error is DbException or DbUpdateException)
        {
            return error;
        }
    }

    /// <summary>Adds to what the caller will save, in a transaction that the caller has begun.</summary>
    internal async Task AddAsync(SensoroDbContext state, IReadOnlyCollection<AuditNote> notes, CancellationToken cancellationToken)
    {
        if (notes.Count > 0)
        {
            Add(state, await state.AuditHeads.FirstOrDefaultAsync(cancellationToken), notes);
        }
    }

    private void Add(SensoroDbContext state, AuditHeadRow? known, IEnumerable<AuditNote> notes)
    {
        var head = known ?? state.AuditHeads.Add(new AuditHeadRow()).Entity;
        var at = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
        state.Audit.AddRange(notes.Select(note => new AuditRow(head.Append(note.By(Acting.Now, at)))));
    }
}
