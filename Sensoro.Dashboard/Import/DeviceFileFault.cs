namespace Sensoro.Dashboard.Import;

/// <summary>Why a file of devices cannot be used at all.</summary>
public enum DeviceFileFault
{
    None = 0,

    /// <summary>There is no line below the header.</summary>
    Empty,

    /// <summary>No column is headed as that of the serial numbers.</summary>
    NoSnColumn,

    /// <summary>There are more lines than one change may have.</summary>
    TooManyLines,

    /// <summary>The bytes are not text in UTF-8, UTF-16 or GB 18030.</summary>
    NotText,
}
