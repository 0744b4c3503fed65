namespace Sensoro.Dashboard.Import;

/// <summary>Why a line of a file of devices cannot be used.</summary>
public enum DeviceLineFault
{
    None = 0,

    /// <summary>The cell of the serial number is empty.</summary>
    NoSn,

    /// <summary>The serial number is longer than <see cref="DeviceFile.LongestSn"/>.</summary>
    SnTooLong,

    /// <summary>An earlier line is about the same device.</summary>
    Repeated,

    /// <summary>The name is too long.</summary>
    NameTooLong,

    /// <summary>A tag is too long.</summary>
    TagTooLong,

    /// <summary>There are too many tags.</summary>
    TooManyTags,

    /// <summary>Longitude and latitude are not two numbers of degrees on the earth.</summary>
    NoPlace,

    /// <summary>The datum is none of WGS-84, GCJ-02 and BD-09.</summary>
    NoDatum,

    /// <summary>A quotation mark is not closed, or text stands behind a closing one.</summary>
    BadQuotes,

    /// <summary>The line has more cells than the header.</summary>
    TooManyCells,
}
