namespace Sensoro.Dashboard.Storage.Sqlite;

/// <summary>A sender as the log knows it.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Key">Who it is.</param>
/// <param name="DeviceType">The type it had when it was first heard.</param>
internal sealed record MessageSource(long Id, SourceKey Key, string? DeviceType);
