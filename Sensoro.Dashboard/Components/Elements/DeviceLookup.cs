using Sensoro.Dashboard.Storage;
using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Components.Elements;

/// <summary>Finds the device whose SN somebody typed, forgiving how they typed it.</summary>
internal static class DeviceLookup
{
    /// <summary>How many of the last signs still tell devices apart.</summary>
    private static readonly int[] Ends = [SerialNumber.TailLength, 4];

    /// <summary>The SN that was meant; null when no device has it. What is nearest to the text counts, as typed before in capitals.</summary>
    public static async Task<string?> ExactAsync(DeviceQueries devices, string text, CancellationToken cancellationToken)
    {
        string[] spellings = [.. SerialNumberSpellings.Of(text).SelectMany(static spelling => new[] { spelling, spelling.ToUpperInvariant() }).Distinct(StringComparer.Ordinal)];
        var known = await devices.FindAllAsync(spellings, cancellationToken);
        return spellings.FirstOrDefault(spelling => known.Any(device => string.Equals(device.Sn, spelling, StringComparison.Ordinal)));
    }

    /// <summary>Devices that the text fits, the nearest first; of its spellings the first that fits any.</summary>
    public static Task<IReadOnlyList<DeviceSnapshot>> FittingAsync(DeviceQueries devices, string text, int take, CancellationToken cancellationToken) =>
        FirstAsync(devices, SerialNumberSpellings.Of(text), take, cancellationToken);

    /// <summary>Devices whose SN has the same end: where one sign was misread, the others still find the device.</summary>
    public static Task<IReadOnlyList<DeviceSnapshot>> LikeAsync(DeviceQueries devices, string text, int take, CancellationToken cancellationToken) =>
        FirstAsync(devices, Ends.SelectMany(length => SerialNumberSpellings.Of(text).Where(spelling => spelling.Length > length).Select(spelling => spelling[^length..])), take, cancellationToken);

    private static async Task<IReadOnlyList<DeviceSnapshot>> FirstAsync(DeviceQueries devices, IEnumerable<string> texts, int take, CancellationToken cancellationToken)
    {
        foreach (var text in texts.Distinct(StringComparer.Ordinal))
        {
            if (await devices.SuggestAsync(text, take, cancellationToken) is { Count: > 0 } found)
            {
                return found;
            }
        }

        return [];
    }
}
