namespace Sensoro.Dashboard.Backup;

/// <summary>A file of a backup.</summary>
/// <param name="Name">Its place in the data directory, with <c>/</c> between the parts.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Of all of it, in hexadecimal digits.</param>
internal sealed record BackedUpFile(string Name, long Size, string Sha256);
