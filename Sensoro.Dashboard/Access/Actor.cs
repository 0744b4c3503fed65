namespace Sensoro.Dashboard.Access;

/// <summary>Whoever is behind a request or a circuit. What they may do is asked anew each time: it can be taken away while they work.</summary>
/// <param name="userId">The account; null for whoever has none.</param>
/// <param name="name">What the others call them.</param>
/// <param name="role">Tells their role at this moment; null for none.</param>
internal sealed class Actor(string? userId, string name, Func<Role?> role)
{
    public static Actor Nobody(string? address) => new(null, "", static () => null) { Address = address };

    public string? UserId => userId;

    public string Name => name;

    /// <summary>Where the request came from; null for what no request began.</summary>
    public string? Address { get; init; }

    public Role? Role => role();

    /// <summary>Reads what others do without an account of their own: a program with a token, or a visitor of the demo.</summary>
    public static Actor Reader(string name, string? address) => new(null, name, static () => Access.Role.Viewer) { Address = address };
}
