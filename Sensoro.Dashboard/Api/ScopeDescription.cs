using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Sensoro.Dashboard.Access;

namespace Sensoro.Dashboard.Api;

/// <summary>Says in the description of the API which scope of a token each call needs.</summary>
internal static class ScopeDescription
{
    private const string Scheme = "token";

    public static Task AddScheme(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.AddComponent(Scheme, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = $"A token made on the page Tokens with the scopes it needs ({string.Join(", ", TokenScopes.All.Select(TokenScopes.Text))}), or one of the configuration, which has all of them. "
                + "401 answers a token that is unknown, expired or revoked; 403 names the scope that a token lacks.",
        });
        return Task.CompletedTask;
    }

    public static Task AddScope(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var scopes = context.Description.ActionDescriptor.EndpointMetadata.OfType<IAuthorizeData>()
            .Select(static data => TokenScopes.OfPolicy(data.Policy)).OfType<TokenScope>().Select(TokenScopes.Text).ToList();
        if (scopes.Count > 0)
        {
            operation.Description = $"Needs a token with the scope {string.Join(", ", scopes)}.";
            (operation.Security ??= []).Add(new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Scheme, context.Document)] = scopes });
        }

        return Task.CompletedTask;
    }
}
