namespace Sensoro.Dashboard.Components.Devices;

/// <summary>The layout of the list in words, as the query string and the cookies of the browser say it.</summary>
public static class DeviceLookText
{
    /// <summary>State and SN alone.</summary>
    private const string NoColumns = "none";

    private static readonly (DeviceColumns Column, string Text)[] Words =
    [
        (DeviceColumns.Name, "name"),
        (DeviceColumns.Type, "type"),
        (DeviceColumns.KeyValues, "values"),
        (DeviceColumns.Battery, "battery"),
        (DeviceColumns.Interval, "interval"),
        (DeviceColumns.LastMessage, "last"),
        (DeviceColumns.Tags, "tags"),
        (DeviceColumns.ReportedAt, "reported"),
        (DeviceColumns.FirstSeen, "first-seen"),
    ];

    /// <summary>All columns, in their order.</summary>
    public static IReadOnlyList<DeviceColumns> Columns { get; } = [.. Words.Select(static word => word.Column)];

    /// <summary>Reads both texts; what it does not understand it leaves out.</summary>
    public static DeviceListLook Read(string? columns, string? density) => new()
    {
        Columns = ColumnsOf(columns),
        Density = Enum.GetValues<DeviceDensity>().Where(each => string.Equals(Text(each), density, StringComparison.OrdinalIgnoreCase)).Select(static each => (DeviceDensity?)each).FirstOrDefault(),
    };

    /// <summary>The parameters of the query string; null for what is left open.</summary>
    public static IReadOnlyDictionary<string, object?> Write(DeviceListLook look) => new Dictionary<string, object?>(StringComparer.Ordinal)
    {
        ["cols"] = Text(look.Columns),
        ["density"] = Text(look.Density),
    };

    /// <summary>Points stand between the words: an address does not have to escape them.</summary>
    public static string? Text(DeviceColumns? columns) => columns switch
    {
        null => null,
        DeviceColumns.None => NoColumns,
        _ => string.Join('.', Words.Where(word => (columns & word.Column) != DeviceColumns.None).Select(static word => word.Text)),
    };

    public static string? Text(DeviceDensity? density) => density is { } known ? Text(known) : null;

    public static string Text(DeviceDensity density) => density switch
    {
        DeviceDensity.Compact => "compact",
        DeviceDensity.Comfortable => "comfortable",
    };

    /// <summary>Whoever types an address may put commas between the words.</summary>
    private static DeviceColumns? ColumnsOf(string? text)
    {
        var asked = (text ?? "").Split(['.', ',', ' '], StringSplitOptions.RemoveEmptyEntries);
        var known = Words.Where(word => asked.Contains(word.Text, StringComparer.OrdinalIgnoreCase)).Aggregate(DeviceColumns.None, static (all, word) => all | word.Column);
        return known != DeviceColumns.None || asked is [NoColumns] ? known : null;
    }
}
