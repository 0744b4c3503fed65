namespace Sensoro.Dashboard.Storage;

/// <summary>A message that cannot be folded, and why.</summary>
/// <param name="Id">Its number in the log, where it stays.</param>
/// <param name="Sn">The device that sent it; null when it names none.</param>
/// <param name="Error">Kind of the error and what it says.</param>
/// <param name="Stack">Where it came from, for who mends the program.</param>
/// <param name="Tries">How often it failed.</param>
/// <param name="FailedAt">When it last did.</param>
public sealed record SetAsideMessage(long Id, string? Sn, string Error, string Stack, int Tries, DateTimeOffset FailedAt);
