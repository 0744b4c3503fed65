using System.Globalization;
using CsvHelper;
using Microsoft.AspNetCore.Http.HttpResults;
using Sensoro.Dashboard.Storage.Audit;
using Sensoro.Domain.Audit;

namespace Sensoro.Dashboard.Export;

/// <summary>The whole trail of who did what, newest first, with the hashes that prove it.</summary>
internal static class AuditFile
{
    private static readonly string[] Columns = ["id", "at", "actor", "address", "action", "target", "before", "after", "hash"];

    public static PushStreamHttpResult Get(HttpContext context, AuditQueries entries, AuditTrail trail)
    {
        trail.Append(AuditAction.Download, "the audit trail");
        return TypedResults.Stream(target => WriteAsync(target, entries, context.RequestAborted), "text/csv; charset=utf-8", "audit.csv");
    }

    private static async Task WriteAsync(Stream target, AuditQueries entries, CancellationToken cancellationToken)
    {
        await using var csv = CsvWriter.Create(target, CsvWriterOptions.Default with { WriteByteOrderMark = true }, leaveOpen: true);
        foreach (var column in Columns)
        {
            csv.WriteField(column);
        }

        await csv.EndRecordAsync(cancellationToken);
        long? before = null;
        while (await entries.NewestAsync(new AuditFilter(), before, AuditQueries.MaxPageSize, cancellationToken) is { Count: > 0 } page)
        {
            foreach (var link in page)
            {
                Write(csv, link);
                await csv.EndRecordAsync(cancellationToken);
            }

            before = page[^1].Id;
            await csv.FlushAsync(cancellationToken);
        }
    }

    private static void Write(CsvWriter csv, AuditLink link)
    {
        csv.WriteField(link.Id.ToString(CultureInfo.InvariantCulture));
        csv.WriteField(link.Entry.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        foreach (var text in new[] { link.Entry.Actor, link.Entry.Address, link.Entry.Action, link.Entry.Target, link.Entry.Before, link.Entry.After })
        {
            csv.WriteField(FormulaGuard.Guard(text ?? ""));
        }

        csv.WriteField(Convert.ToHexStringLower(link.Hash.Span));
    }
}
