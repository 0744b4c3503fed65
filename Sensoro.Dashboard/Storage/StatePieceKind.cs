namespace Sensoro.Dashboard.Storage;

/// <summary>How the states of a part of a span are found out.</summary>
internal enum StatePieceKind
{
    /// <summary>Report by report.</summary>
    Readings,

    /// <summary>All reports say the same and none is missing: only the first and the last one are looked up.</summary>
    Uniform,

    /// <summary>Only the roll-up is left, or there is too much to read.</summary>
    Blurred,
}
