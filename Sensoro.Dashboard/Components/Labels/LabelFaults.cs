using Microsoft.Extensions.Localization;
using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Components.Labels;

/// <summary>Says what was wrong with what somebody typed, and what is accepted.</summary>
internal static class LabelFaults
{
    /// <returns>Null when nothing is wrong.</returns>
    public static string? Text(LabelFault fault, IStringLocalizer<LabelTexts> texts) => fault switch
    {
        LabelFault.None => null,
        LabelFault.NameTooLong => texts["NameTooLong", DeviceLabels.LongestName].Value,
        LabelFault.TagTooLong => texts["TagTooLong", DeviceLabels.LongestTag].Value,
        LabelFault.TooManyTags => texts["TooManyTags", DeviceLabels.MostTags].Value,
    };
}
