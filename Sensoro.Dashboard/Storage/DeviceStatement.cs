namespace Sensoro.Dashboard.Storage;

/// <summary>A statement and its values, which stand in it by their numbers in braces.</summary>
internal sealed record DeviceStatement(string Sql, IReadOnlyList<object> Values);
