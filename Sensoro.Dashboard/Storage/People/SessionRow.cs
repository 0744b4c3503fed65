namespace Sensoro.Dashboard.Storage.People;

/// <summary>Somebody has signed in somewhere and may stay. Without its row a cookie counts no more.</summary>
public sealed class SessionRow
{
    private SessionRow()
    {
    }

    public SessionRow(string id, string userId, DateTimeOffset madeAt, string? address, string device, bool isKept) =>
        (Id, UserId, MadeAt, SeenAt, Address, Device, IsKept) = (id, userId, madeAt, madeAt, address, device, isKept);

    /// <summary>As the cookie carries it.</summary>
    public string Id { get; private set; } = "";

    public string UserId { get; private set; } = "";

    public DateTimeOffset MadeAt { get; private set; }

    /// <summary>Written every few minutes at most.</summary>
    public DateTimeOffset SeenAt { get; private set; }

    /// <summary>Where the sign-in came from.</summary>
    public string? Address { get; private set; }

    /// <summary>The browser and the system, as they say themselves.</summary>
    public string Device { get; private set; } = "";

    /// <summary>Whether it outlives the browser.</summary>
    public bool IsKept { get; private set; }
}
