using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Sensoro.Dashboard.Headers;

/// <summary>
/// Where browsers report what the content security policy has stopped. Anybody can post here, so little is read, little is kept, and
/// nothing is answered.
/// </summary>
internal static class ViolationEndpoint
{
    public const string Path = "/csp-reports";

    /// <summary>A report has a few addresses and the policy itself.</summary>
    public const int MaxBytes = 16 * 1024;

    public static async Task<Results<NoContent, StatusCodeHttpResult>> Take(HttpRequest request, ViolationReports reports, CancellationToken cancellationToken)
    {
        if (request.ContentLength is null or > MaxBytes)
        {
            return TypedResults.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        try
        {
            using var document = await JsonDocument.ParseAsync(request.Body, new JsonDocumentOptions { MaxDepth = 8 }, cancellationToken);
            if (ViolationReport.TryRead(document.RootElement) is { } report)
            {
                reports.Take(report);
            }
        }
        catch (JsonException)
        {
            return TypedResults.StatusCode(StatusCodes.Status400BadRequest);
        }

        return TypedResults.NoContent();
    }
}
