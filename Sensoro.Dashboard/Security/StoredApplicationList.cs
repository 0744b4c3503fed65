namespace Sensoro.Dashboard.Security;

/// <summary>The whole file.</summary>
internal sealed record StoredApplicationList(IReadOnlyList<StoredApplication> Applications);
