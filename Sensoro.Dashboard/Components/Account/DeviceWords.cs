using Microsoft.Extensions.Localization;
using Sensoro.Dashboard.Security.SignIn;

namespace Sensoro.Dashboard.Components.Account;

/// <summary>Names a browser in the reader's language.</summary>
internal static class DeviceWords
{
    public static string Of(IStringLocalizer<AccountTexts> texts, DeviceName device) => device switch
    {
        { Browser: "", System: "" } => texts["DeviceUnknown"],
        { Browser: "" } => device.System,
        { System: "" } => device.Browser,
        _ => texts["DeviceOn", device.Browser, device.System],
    };
}
