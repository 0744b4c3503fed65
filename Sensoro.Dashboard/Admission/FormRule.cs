using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;

namespace Sensoro.Dashboard.Admission;

/// <summary>What forms of people are taken: short ones that come from a page of this program.</summary>
internal static class FormRule
{
    /// <summary>The longest form has a name, two passwords, a code and its token.</summary>
    public const int MaxBytes = 64 * 1024;

    /// <summary>413 for what is longer than any form here, before it is read.</summary>
    public static IApplicationBuilder UseShortForms(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        if (!context.Request.HasFormContentType)
        {
            return next(context);
        }

        if (context.Request.ContentLength > MaxBytes)
        {
            return TypedResults.Problem($"A form may have at most {MaxBytes} bytes.", statusCode: StatusCodes.Status413PayloadTooLarge).ExecuteAsync(context);
        }

        // Of what does not say how long it is, no more is read than that.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = MaxBytes;
        }

        return next(context);
    });

    /// <summary>400 for a form whose token is not ours, and words for what no page takes: the framework says none.</summary>
    public static IApplicationBuilder UseOwnForms(this IApplicationBuilder app) => app.Use(static async (context, next) =>
    {
        if (context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false })
        {
            await next(context);
            if (!context.Request.HasFormContentType || context.Response is not { StatusCode: StatusCodes.Status400BadRequest, HasStarted: false, ContentLength: null })
            {
                return;
            }
        }

        await TypedResults.Problem(
            $"The form was not taken: its page is too old or was somebody else's, or the form is not whole or has more than {MaxBytes} bytes. Open the page again and repeat it.",
            statusCode: StatusCodes.Status400BadRequest).ExecuteAsync(context);
    });
}
