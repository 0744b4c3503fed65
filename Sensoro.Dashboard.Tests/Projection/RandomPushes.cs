namespace Sensoro.Dashboard.Tests.Projection;

/// <summary>Pushes in the order of their arrival, and how many of them each fold takes.</summary>
public sealed record RandomPushes(IReadOnlyList<RandomPush> Pushes, IReadOnlyList<int> Folds);
