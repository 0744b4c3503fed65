using Sensoro.Domain.Audit;

namespace Sensoro.Dashboard.Storage.Audit;

/// <summary>An entry of the trail. Triggers refuse to change it or to take it away.</summary>
public sealed class AuditRow
{
    private AuditRow()
    {
    }

    public AuditRow(AuditLink link)
    {
        (Id, Previous, Hash) = (link.Id, link.Previous.ToArray(), link.Hash.ToArray());
        (At, Actor, ActorId, Address) = (link.Entry.At, link.Entry.Actor, link.Entry.ActorId, link.Entry.Address);
        (Action, Target, Before, After) = (link.Entry.Action, link.Entry.Target, link.Entry.Before, link.Entry.After);
    }

    public long Id { get; private set; }

    public DateTimeOffset At { get; private set; }

    public string Actor { get; private set; } = "";

    public string? ActorId { get; private set; }

    public string? Address { get; private set; }

    public string Action { get; private set; } = "";

    public string Target { get; private set; } = "";

    public string? Before { get; private set; }

    public string? After { get; private set; }

    public byte[] Previous { get; private set; } = [];

    public byte[] Hash { get; private set; } = [];

    public AuditLink ToLink() => new(
        Id,
        new AuditEntry { At = At, Actor = Actor, ActorId = ActorId, Address = Address, Action = Action, Target = Target, Before = Before, After = After },
        Previous,
        Hash);
}
