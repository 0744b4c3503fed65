namespace Sensoro.Dashboard.Access;

/// <summary>The decisions that an endpoint can carry. One that carries none is for whoever is known.</summary>
internal static class Policies
{
    public const string Viewer = nameof(Role.Viewer);

    public const string Operator = nameof(Role.Operator);

    public const string Administrator = nameof(Role.Administrator);

    /// <summary>Somebody who is signed in, or a program with a token.</summary>
    public const string PersonOrToken = "PersonOrToken";

    /// <summary>A program with a token, whoever else is signed in.</summary>
    public const string Token = "Token";
}
