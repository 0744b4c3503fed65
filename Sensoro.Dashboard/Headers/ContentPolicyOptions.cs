namespace Sensoro.Dashboard.Headers;

/// <summary>What a page may fetch besides what this program serves; filled when the program is put together.</summary>
internal sealed class ContentPolicyOptions
{
    /// <summary>Addresses of tiles, as configured for the base maps. Only server names are taken from them.</summary>
    public IReadOnlyCollection<string> TileAddresses { get; set; } = [];
}
