using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Sensoro.Dashboard.Export;

/// <summary>Hands finished files out, whole or in ranges, so that a broken download goes on where it stopped.</summary>
internal static class ExportFiles
{
    public static Results<PhysicalFileHttpResult, ProblemHttpResult> Get(ExportJobs jobs, string id) =>
        jobs.Find(id) is { } record && jobs.FileOf(record) is { } file
            ? TypedResults.PhysicalFile(
                file,
                record.Request.MediaType,
                record.Request.FileName,
                record.EndedAt,
                new EntityTagHeaderValue($"\"{record.Id}\""),
                enableRangeProcessing: true)
            : TypedResults.Problem("There is no such export, or it is no longer kept.", statusCode: StatusCodes.Status404NotFound);
}
