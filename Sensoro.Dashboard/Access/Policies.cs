namespace Sensoro.Dashboard.Access;

/// <summary>The decisions that an endpoint can carry. One that carries none is for whoever is known.</summary>
internal static class Policies
{
    public const string Viewer = nameof(Role.Viewer);

    public const string Operator = nameof(Role.Operator);

    public const string Administrator = nameof(Role.Administrator);

    /// <summary>Somebody who is signed in, or a program whose token has the scope.</summary>
    public static string PersonOrToken(TokenScope scope) => $"PersonOrToken({TokenScopes.Text(scope)})";

    /// <summary>A program whose token has the scope, whoever else is signed in.</summary>
    public static string Token(TokenScope scope) => $"Token({TokenScopes.Text(scope)})";
}
