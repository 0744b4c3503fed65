namespace Sensoro.Dashboard.Access;

/// <summary>
/// Knows who acts. It goes with a request and with the circuit that the request opens, so that what writes can ask without being handed
/// a user through every page. Work that no request began is the program's own and may do everything.
/// </summary>
internal static class Acting
{
    private static readonly AsyncLocal<Actor?> Current = new();

    /// <summary>Null for the program itself.</summary>
    public static Actor? Now => Current.Value;

    /// <summary>Everything that runs for this request from here on is done by them.</summary>
    public static void As(Actor actor) => Current.Value = actor;

    public static bool May(Role needed) => Current.Value is not { } actor || actor.Role >= needed;

    /// <summary>Stands first in everything that changes something.</summary>
    /// <exception cref="AccessDeniedException">Whoever acts lacks the role.</exception>
    public static void Demand(Role needed)
    {
        if (!May(needed))
        {
            throw new AccessDeniedException(needed);
        }
    }
}
