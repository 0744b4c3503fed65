using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Sensoro.Dashboard.Components.Devices;

namespace Sensoro.Dashboard.Components.QrLabels;

/// <summary>Which devices the address asks labels for: named ones, or those of a list.</summary>
internal sealed record QrLabelsChoice
{
    /// <summary>Labels of one page, some twenty sheets of paper.</summary>
    public const int Most = 500;

    /// <summary>Named devices; none for those of the list.</summary>
    public IReadOnlyList<string> Sns { get; private init; } = [];

    /// <summary>How many named devices were meant; never less than are named.</summary>
    public int Meant { get; private init; }

    public DeviceListFilter List { get; private init; } = DeviceListFilter.Everything;

    /// <summary>Reads a query string; what it does not understand it leaves out.</summary>
    public static QrLabelsChoice Parse(string query)
    {
        var values = QueryHelpers.ParseQuery(query);
        string[] named = [.. values.GetValueOrDefault(QrLabelsAddress.Device).OfType<string>().Select(static sn => sn.Trim()).Where(static sn => sn.Length > 0).Distinct(StringComparer.Ordinal)];
        return new()
        {
            Sns = [.. named.Take(Most)],
            Meant = int.TryParse(values.GetValueOrDefault(QrLabelsAddress.Meant), NumberStyles.None, CultureInfo.InvariantCulture, out var meant) ? Math.Max(meant, named.Length) : named.Length,
            List = DeviceListChoice.Parse(query).Filter,
        };
    }
}
