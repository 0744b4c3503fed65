using System.Globalization;
using CsvHelper;
using Microsoft.AspNetCore.Http.HttpResults;
using Sensoro.Dashboard.Storage;
using Sensoro.Dashboard.Storage.Audit;
using Sensoro.Domain.Audit;
using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Export;

/// <summary>
/// Every device with what staff say of it, as a file that the import of devices takes back after it was edited. Only places entered by
/// hand are in it: a fix that is taken back would nail a moving device down.
/// </summary>
internal static class DeviceListFile
{
    private static readonly string[] Columns = ["sn", "name", "tags", "lon", "lat", "datum", "type"];

    public static PushStreamHttpResult Get(HttpContext context, DeviceQueries devices, AuditTrail trail)
    {
        trail.Append(AuditAction.Download, "the list of devices");
        return TypedResults.Stream(target => WriteAsync(target, devices, context.RequestAborted), "text/csv; charset=utf-8", "devices.csv");
    }

    /// <summary>Written page by page: a fleet does not have to fit into memory.</summary>
    internal static async Task WriteAsync(Stream target, DeviceQueries devices, CancellationToken cancellationToken)
    {
        await using var csv = CsvWriter.Create(target, CsvWriterOptions.Default with { WriteByteOrderMark = true }, leaveOpen: true);
        foreach (var column in Columns)
        {
            csv.WriteField(column);
        }

        await csv.EndRecordAsync(cancellationToken);
        var last = 0L;
        while (await devices.WalkAsync(new DeviceFilter(), last, DeviceQueries.MaxPageSize, cancellationToken) is { Count: > 0 } page)
        {
            foreach (var device in await devices.DescribeAsync([.. page.Select(static device => device.Sn)], cancellationToken))
            {
                Write(csv, device);
                await csv.EndRecordAsync(cancellationToken);
            }

            last = page[^1].Id;
            await csv.FlushAsync(cancellationToken);
        }
    }

    private static void Write(CsvWriter csv, DeviceSnapshot device)
    {
        var place = device.Position is { Source: PositionSource.Manual } byHand ? byHand : null;
        csv.WriteField(FormulaGuard.Guard(device.Sn));
        csv.WriteField(FormulaGuard.Guard(device.Name ?? ""));
        csv.WriteField(FormulaGuard.Guard(string.Join("; ", device.Tags)));
        csv.WriteField(place?.Raw.Longitude.ToString("R", CultureInfo.InvariantCulture));
        csv.WriteField(place?.Raw.Latitude.ToString("R", CultureInfo.InvariantCulture));
        csv.WriteField(place is null ? "" : CoordinateSystems.Text(place.Datum));
        csv.WriteField(FormulaGuard.Guard(device.DeviceType ?? ""));
    }
}
