using Sensoro.Dashboard.Storage;
using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Import;

/// <summary>Compares a file of devices with what is known of them. What is equal already is no change.</summary>
public sealed class DeviceImport(DeviceQueries devices, TimeProvider time)
{
    /// <summary>About a decimetre: what a spreadsheet may have rounded away is no other place.</summary>
    private const double SamePlace = 1e-6;

    private const int Slice = DeviceQueries.MaxPageSize / 2;

    /// <param name="file">A file that <see cref="DeviceFile.IsUsable"/>.</param>
    /// <param name="datum">The datum of places that name none.</param>
    /// <param name="adds">Devices that are not known are to be entered.</param>
    /// <param name="cancellationToken">Stops the comparison.</param>
    /// <returns>One for each line, in the order of the file.</returns>
    public async Task<IReadOnlyList<PlannedChange>> PlanAsync(DeviceFile file, CoordinateSystem datum, bool adds, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        var changes = new List<PlannedChange>(file.Lines.Count);
        foreach (var slice in file.Lines.Chunk(Slice))
        {
            // SNs are printed in capitals; who types them may not.
            string[] sns = [.. slice.Select(static line => line.Sn).Concat(slice.Select(static line => line.Sn.ToUpperInvariant())).Distinct(StringComparer.Ordinal)];
            var known = (await devices.DescribeAsync(sns, cancellationToken)).ToDictionary(static device => device.Sn, StringComparer.Ordinal);
            changes.AddRange(slice.Select(line => Plan(line, known.GetValueOrDefault(line.Sn) ?? known.GetValueOrDefault(line.Sn.ToUpperInvariant()), datum, adds)));
        }

        return changes;
    }

    private PlannedChange Plan(DeviceLine line, DeviceSnapshot? device, CoordinateSystem datum, bool adds)
    {
        if (device is null && !adds)
        {
            return new PlannedChange(line, PlannedChangeKind.Nothing, null);
        }

        var place = Place(line, device?.Position, datum);
        var labels = Labels(line, device);
        return device is null ? new(line, PlannedChangeKind.Adds, new DeviceEdit(line.Sn) { Adds = true, Labels = labels, Place = place })
            : labels is null && place is null ? new(line, PlannedChangeKind.Nothing, null)
            : new(line, PlannedChangeKind.Changes, new DeviceEdit(device.Sn) { Labels = labels, Place = place });
    }

    /// <summary>Null when the line says nothing new.</summary>
    private static DeviceLabels? Labels(DeviceLine line, DeviceSnapshot? device)
    {
        // Both were accepted before: the ones when the line was read, the others when they were stored.
        _ = DeviceLabels.TryCreate(line.Name ?? device?.Name, line.Tags ?? device?.Tags ?? [], out var labels);
        return labels.Name == device?.Name && labels.Tags.SequenceEqual(device?.Tags ?? [], StringComparer.Ordinal) ? null : labels;
    }

    private PlaceChange? Place(DeviceLine line, DevicePosition? present, CoordinateSystem datum)
    {
        if (line.Place is not { } point)
        {
            return null;
        }

        var wanted = line.Datum ?? datum;
        return present is { } known && known.Datum == wanted && IsSame(known.Raw, point)
            ? null
            : new PlaceChange(new DevicePosition(point, wanted, time.GetUtcNow(), PositionSource.Manual));
    }

    private static bool IsSame(GeoPoint one, GeoPoint other) =>
        Math.Abs(one.Longitude - other.Longitude) < SamePlace && Math.Abs(one.Latitude - other.Latitude) < SamePlace;
}
