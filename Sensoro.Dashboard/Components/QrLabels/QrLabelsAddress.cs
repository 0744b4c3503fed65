using System.Globalization;
using System.Text;
using Sensoro.Dashboard.Components.Devices;

namespace Sensoro.Dashboard.Components.QrLabels;

/// <summary>Addresses of the sheet of labels.</summary>
internal static class QrLabelsAddress
{
    public const string Root = "/devices/labels";

    /// <summary>A device that gets a label, as often as there are any.</summary>
    public const string Device = "sn";

    /// <summary>How many devices were meant, when the address has not room for all.</summary>
    public const string Meant = "of";

    /// <summary>Servers and proxies refuse an address of more than some 8,000 characters.</summary>
    private const int Longest = 7_000;

    public static string Of(string sn) => Of([sn]);

    /// <summary>Labels of named devices, of as many as an address can name.</summary>
    public static string Of(IReadOnlyCollection<string> sns)
    {
        var address = new StringBuilder(Root);
        var named = 0;
        foreach (var sn in sns.Take(QrLabelsChoice.Most))
        {
            var parameter = $"{(named == 0 ? '?' : '&')}{Device}={Uri.EscapeDataString(sn)}";
            if (address.Length + parameter.Length > Longest)
            {
                break;
            }

            address.Append(parameter);
            named++;
        }

        return named == sns.Count ? address.ToString() : address.Append(CultureInfo.InvariantCulture, $"{(named == 0 ? '?' : '&')}{Meant}={sns.Count}").ToString();
    }

    /// <summary>Labels of all devices of a list.</summary>
    public static string Of(DeviceListFilter filter) =>
        new DeviceListChoice(filter, DeviceListLook.Open).ToQuery() is { Length: > 0 } query ? $"{Root}?{query}" : Root;
}
