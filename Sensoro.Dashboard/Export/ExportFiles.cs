using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using Sensoro.Dashboard.Storage.Audit;
using Sensoro.Domain.Audit;

namespace Sensoro.Dashboard.Export;

/// <summary>Hands finished files out, whole or in ranges, so that a broken download goes on where it stopped.</summary>
internal static class ExportFiles
{
    public static Results<PhysicalFileHttpResult, ProblemHttpResult> Get(HttpRequest asked, ExportJobs jobs, AuditTrail trail, string id)
    {
        if (jobs.Find(id) is not { } record || jobs.FileOf(record) is not { } file)
        {
            return TypedResults.Problem("There is no such export, or it is no longer kept.", statusCode: StatusCodes.Status404NotFound);
        }

        trail.Append(AuditAction.Download, ExportWords.Title(record.Request), null, ExportWords.Choice(record, asked.Headers.Range.Count > 0));
        return TypedResults.PhysicalFile(
            file,
            record.Request.MediaType,
            record.Request.FileName,
            record.EndedAt,
            new EntityTagHeaderValue($"\"{record.Id}\""),
            enableRangeProcessing: true);
    }
}
