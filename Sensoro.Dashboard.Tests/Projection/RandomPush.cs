namespace Sensoro.Dashboard.Tests.Projection;

/// <summary>A push made up by a property test.</summary>
/// <param name="Device">Which of a few devices.</param>
/// <param name="Minute">When it was reported, in minutes from a fixed time; few, so that times repeat.</param>
/// <param name="Delay">Minutes until it was received.</param>
/// <param name="Content">The measurements as JSON.</param>
public sealed record RandomPush(string Device, int Minute, int Delay, string Content);
