namespace Sensoro.Domain.Audit;

/// <summary>An entry in its place in the chain.</summary>
/// <param name="Id">Grows by one with every entry.</param>
/// <param name="Entry">What was done.</param>
/// <param name="Previous">The hash of the entry before; zeros for the first.</param>
/// <param name="Hash">Of this entry and of <paramref name="Previous"/>.</param>
public sealed record AuditLink(long Id, AuditEntry Entry, ReadOnlyMemory<byte> Previous, ReadOnlyMemory<byte> Hash);
