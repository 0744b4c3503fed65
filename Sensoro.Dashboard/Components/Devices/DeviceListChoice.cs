using Microsoft.AspNetCore.WebUtilities;

namespace Sensoro.Dashboard.Components.Devices;

/// <summary>All that the address of the list says: which devices, in which order, and how they are laid out. Two that show the same are equal.</summary>
public sealed record DeviceListChoice(DeviceListFilter Filter, DeviceListLook Look)
{
    private const string Page = "/devices";

    public static DeviceListChoice Everything { get; } = new(DeviceListFilter.Everything, DeviceListLook.Open);

    /// <summary>A button of its own shows it already, so it needs no name.</summary>
    public bool HasButton => Look == DeviceListLook.Open && Filter == DeviceListFilter.Everything.Cut(Filter.View);

    /// <summary>The list as a link.</summary>
    public string Address => ToQuery() is { Length: > 0 } query ? $"{Page}?{query}" : Page;

    /// <summary>Reads a query string, with or without its question mark; what it does not understand it leaves out.</summary>
    public static DeviceListChoice Parse(string query)
    {
        var values = QueryHelpers.ParseQuery(query);
        return new(
            DeviceListAddress.Read(Text("q"), Text("status"), Text("type"), Text("tag"), Text("view"), Text("sort"), IsTrue(Text("desc"))),
            DeviceLookText.Read(Text("cols"), Text("density")));

        string? Text(string name) => values.TryGetValue(name, out var found) ? found[0] : null;
    }

    public static bool IsTrue(string? text) => string.Equals(text, "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>The query string that shows this, without a question mark; empty for all devices as usual.</summary>
    public string ToQuery() => string.Join('&', DeviceListAddress.Write(Filter).Concat(DeviceLookText.Write(Look))
        .Where(static said => said.Value is not null).Select(static said => $"{said.Key}={Uri.EscapeDataString(said.Value as string ?? "")}"));
}
