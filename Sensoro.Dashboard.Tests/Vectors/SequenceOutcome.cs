namespace Sensoro.Dashboard.Tests.Vectors;

/// <summary>What there is after the last step.</summary>
/// <param name="Readings">Sensor messages.</param>
/// <param name="TaskResults">Task messages.</param>
public sealed record SequenceOutcome(int Readings, int TaskResults);
