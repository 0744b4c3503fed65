namespace Sensoro.Dashboard.Tests.Integration;

/// <summary>How a program ended.</summary>
/// <param name="ExitCode">Zero is success.</param>
/// <param name="Output">Everything on the standard output.</param>
/// <param name="Errors">The lines on the standard error output.</param>
internal sealed record ProgramEnd(int ExitCode, string Output, IReadOnlyList<string> Errors);
