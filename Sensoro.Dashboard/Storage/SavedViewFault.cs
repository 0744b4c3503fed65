namespace Sensoro.Dashboard.Storage;

/// <summary>Why a view was not saved.</summary>
public enum SavedViewFault
{
    None,
    NameMissing,
    NameTooLong,

    /// <summary>Another view has this name; capitals do not tell two apart.</summary>
    NameTaken,
    TooMany,

    /// <summary>What it shows takes too many characters to say.</summary>
    TooLong,

    /// <summary>Somebody else has removed it.</summary>
    Gone,
}
