namespace Sensoro.Dashboard.Api;

/// <param name="Points">Oldest first.</param>
public sealed record TrackResource(IReadOnlyList<TrackPointResource> Points);
