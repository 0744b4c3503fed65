using Microsoft.Extensions.Localization;
using Sensoro.Dashboard.Storage;

namespace Sensoro.Dashboard.Components.Devices;

/// <summary>Says why a view was not saved, and what to do.</summary>
internal static class ViewFaults
{
    /// <returns>Null when nothing is wrong.</returns>
    public static string? Text(SavedViewFault fault, IStringLocalizer<DevicesTexts> texts) => fault switch
    {
        SavedViewFault.None => null,
        SavedViewFault.NameMissing => texts["ViewNameMissing"].Value,
        SavedViewFault.NameTooLong => texts["ViewNameTooLong", SavedViews.LongestName].Value,
        SavedViewFault.NameTaken => texts["ViewNameTaken"].Value,
        SavedViewFault.TooMany => texts["ViewTooMany", SavedViews.Most].Value,
        SavedViewFault.TooLong => texts["ViewTooLong"].Value,
        SavedViewFault.Gone => texts["ViewGone"].Value,
    };
}
