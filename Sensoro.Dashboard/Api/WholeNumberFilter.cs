using System.Globalization;

namespace Sensoro.Dashboard.Api;

/// <summary>
/// Names the query parameter that is no whole number. The framework answers such a request with an empty 400, but only after
/// the filters have had their say.
/// </summary>
internal sealed class WholeNumberFilter : IEndpointFilter
{
    private static readonly string[] IntNames = ["page", "pageSize", "limit", "maxPoints"];
    private static readonly string[] LongNames = ["after"];

    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var query = context.HttpContext.Request.Query;
        var wrong = IntNames.FirstOrDefault(name => query.TryGetValue(name, out var text) && !int.TryParse(text, CultureInfo.InvariantCulture, out _))
            ?? LongNames.FirstOrDefault(name => query.TryGetValue(name, out var text) && !long.TryParse(text, CultureInfo.InvariantCulture, out _));
        return wrong is null ? next(context) : ValueTask.FromResult<object?>(ReadApi.Wrong(wrong, query[wrong], "a whole number"));
    }
}
