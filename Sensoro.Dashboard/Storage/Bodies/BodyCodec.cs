namespace Sensoro.Dashboard.Storage.Bodies;

/// <summary>What the codec of a row says about how its body is written.</summary>
internal static class BodyCodec
{
    /// <summary>As received.</summary>
    public const int Raw = 0;

    /// <summary>The template, compressed with zstd.</summary>
    public const int Plain = 1;

    /// <summary>From here on the template compressed with zstd and the dictionary of this number.</summary>
    public const int FirstDictionary = 2;

    /// <summary>Every zstd frame begins with the same four bytes; they are left out.</summary>
    public static ReadOnlySpan<byte> Magic => [0x28, 0xB5, 0x2F, 0xFD];
}
