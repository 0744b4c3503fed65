namespace Sensoro.Simulator.Commands;

/// <summary>What the program tells the shell.</summary>
internal static class ExitCode
{
    /// <summary>Every well-formed push was acknowledged.</summary>
    public const int Acknowledged = 0;

    /// <summary>At least one well-formed push was given up, or was under way when the run was cancelled.</summary>
    public const int NotAcknowledged = 1;

    /// <summary>The arguments make no sense; nothing was sent.</summary>
    public const int BadArguments = 2;

    /// <summary>A measurement reached its limits.</summary>
    public const int Good = 0;

    /// <summary>A ratio missed its limit, or the log is not as it was acknowledged.</summary>
    public const int BelowLimit = 1;

    /// <summary>The measurement could not be made.</summary>
    public const int CannotMeasure = 3;
}
