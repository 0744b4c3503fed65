namespace Sensoro.Dashboard.Storage.Bodies;

/// <summary>What pushes have in common, so that it need not be stored with each.</summary>
/// <param name="Id">The codec of the rows that need it.</param>
/// <param name="Content">A zstd dictionary.</param>
internal sealed record BodyDictionary(int Id, byte[] Content);
