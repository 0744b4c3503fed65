namespace Sensoro.Dashboard.Security.SecondStep;

/// <summary>Somebody's password was right, and the code is still to come.</summary>
/// <param name="UserId">Whose.</param>
/// <param name="Stamp">The account's stamp at that time: with another one the ticket counts no more.</param>
/// <param name="IsKept">Whether they want to stay signed in.</param>
/// <param name="IssuedAt">When.</param>
internal sealed record HalfWayTicket(string UserId, string Stamp, bool IsKept, DateTimeOffset IssuedAt);
