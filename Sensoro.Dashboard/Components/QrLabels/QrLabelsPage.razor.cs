using System.Globalization;
using Microsoft.AspNetCore.Components;
using Sensoro.Dashboard.Storage;

namespace Sensoro.Dashboard.Components.QrLabels;

/// <summary>
/// Labels to print and stick on devices: a phone that reads one opens the page on site. Rendered once, on the server; the codes name
/// the address that this page was opened with, because whoever prints has just reached it.
/// </summary>
public sealed partial class QrLabelsPage
{
    /// <summary>Three beside each other, eight below each other.</summary>
    private const int LabelsOnPaper = 24;

    /// <summary>SNs in a sentence.</summary>
    private const int MostNamed = 10;

    private QrLabelsChoice _choice = new();
    private QrSheet? _sheet;

    [Inject]
    public required DeviceQueries Devices { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    /// <summary>Scheme, host and port.</summary>
    private string Root => Navigation.BaseUri.TrimEnd('/');

    /// <summary>No phone comes by an address that means this machine itself.</summary>
    private bool IsLocal => new Uri(Navigation.BaseUri).IsLoopback;

    private string Count => (_sheet is { } sheet && sheet.Total - sheet.Unknown.Count > sheet.Devices.Count
        ? Texts["FirstOf", Number(sheet.Devices.Count), Number(sheet.Total)]
        : Texts[_sheet?.Devices.Count == 1 ? "One" : "Many", Number(_sheet?.Devices.Count ?? 0)]).Value;

    protected override Task OnInitializedAsync()
    {
        _choice = QrLabelsChoice.Parse(new Uri(Navigation.Uri).Query);
        return LoadAsync(async gone => _sheet = await QrSheet.ReadAsync(_choice, Devices, gone));
    }

    private static string Number(int number) => number.ToString("N0", CultureInfo.CurrentCulture);

    private string Unknown(IReadOnlyList<string> sns)
    {
        var named = string.Join(Texts["Comma"].Value, sns.Take(MostNamed));
        return sns.Count > MostNamed ? Texts["UnknownMany", named, Number(sns.Count - MostNamed)].Value : Texts["Unknown", named].Value;
    }
}
