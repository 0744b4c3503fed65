namespace Sensoro.Simulator.Torture.Audit;

/// <summary>What a program that keeps its promise never does: 2xx means stored exactly once, anything else zero or one times.</summary>
internal static class Rule
{
    public const string Missing = "1 acknowledged and not stored";
    public const string Doubled = "1 stored more than once";
    public const string Deliveries = "1 deliveries counted wrongly";
    public const string Conflict = "1 conflict marked wrongly";
    public const string DoubledUnacknowledged = "2 never acknowledged and stored more than once";
    public const string Refused = "3 refused and stored all the same";
    public const string Accepted = "3 to be refused and acknowledged";
    public const string Unknown = "4 stored and never sent";
    public const string Order = "5 ids against the order of commits";
    public const string Moved = "5 a row is not what it was";
    public const string Shown = "6 shown is not what is stored";
    public const string Integrity = "integrity_check";
    public const string Restart = "does not start again";
    public const string Stop = "does not stop in order";
    public const string Readable = "the log cannot be read";
    public const string Recovery = "does not recover";
    public const string Memory = "memory grows without bound";
}
