namespace Sensoro.Dashboard.Security;

/// <summary>What was done to a stored application.</summary>
internal enum ChangeKind
{
    Added,
    Renamed,
    Rotated,
    RotationEnded,
    RotationTakenBack,
    Removed,
}
