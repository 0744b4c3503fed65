namespace Sensoro.Domain.Devices;

/// <summary>Why a name or a set of tags cannot be given to a device.</summary>
public enum LabelFault
{
    None = 0,

    /// <summary>The name has more than <see cref="DeviceLabels.LongestName"/> characters.</summary>
    NameTooLong,

    /// <summary>A tag has more than <see cref="DeviceLabels.LongestTag"/> characters.</summary>
    TagTooLong,

    /// <summary>More than <see cref="DeviceLabels.MostTags"/> tags.</summary>
    TooManyTags,
}
