namespace Sensoro.Dashboard.Storage.Tokens;

/// <summary>A token with the hash that it is known by.</summary>
public sealed record StoredToken(TokenStanding Standing, ReadOnlyMemory<byte> Hash);
