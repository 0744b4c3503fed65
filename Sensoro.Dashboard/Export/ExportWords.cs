using System.Globalization;
using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Export;

/// <summary>What is taken out, in the words of the trail.</summary>
internal static class ExportWords
{
    /// <summary>Of a long list, the rest is a number.</summary>
    private const int MostNamed = 5;

    public static string Title(ExportRequest request) =>
        string.Create(CultureInfo.InvariantCulture, $"{request.Content}, {request.From.UtcDateTime:u} to {request.To.UtcDateTime:u}");

    /// <summary>Whose rows, which of them, in which form.</summary>
    public static string Choice(ExportRequest request) => string.Join("; ", new[]
    {
        Devices(request.Devices),
        request.Metrics.Count == 0 ? null : "metrics " + List(request.Metrics),
        request.Content == ExportContent.Readings ? $"{request.Grain}" : null,
        request.Extension,
    }.OfType<string>());

    /// <summary>The same of a file that is finished.</summary>
    /// <param name="record">The export.</param>
    /// <param name="isPart">An earlier download goes on.</param>
    public static string Choice(ExportRecord record, bool isPart) =>
        string.Create(CultureInfo.InvariantCulture, $"{Choice(record.Request)}; {record.Rows} rows{(isPart ? "; a part of the file" : "")}");

    private static string Devices(DeviceChoice choice) => choice switch
    {
        { IsEverything: true } => "all devices",
        { Sns.Count: > 0 } => "devices " + List(choice.Sns),
        _ => "devices by filter: " + Filter(choice),
    };

    private static string Filter(DeviceChoice choice) => string.Join(", ", new[]
    {
        choice.Search.Length == 0 ? null : "search " + choice.Search,
        choice.Status is { } status ? "status " + DeviceStatuses.Text(status) : null,
        choice.DeviceType is { } type ? "type " + type : null,
        choice.Tag is { } tag ? "tag " + tag : null,
        choice.NeedsSomeone ? "those that need someone" : null,
        choice.BatteryBelow is { } battery ? string.Create(CultureInfo.InvariantCulture, $"battery below {battery}") : null,
    }.OfType<string>());

    private static string List(IReadOnlyList<string> names) =>
        string.Join(", ", names.Take(MostNamed)) + (names.Count > MostNamed ? string.Create(CultureInfo.InvariantCulture, $" and {names.Count - MostNamed} more") : "");
}
