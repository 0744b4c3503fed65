namespace Sensoro.Simulator.Torture.Servers;

/// <summary>What a stand-in does wrong; nothing when neither is set.</summary>
internal sealed record StandInOptions
{
    public string DataDirectory { get; init; } = "";

    /// <summary>Answers 200 and writes afterwards.</summary>
    public bool AnswersFirst { get; init; }

    /// <summary>Does not look whether it has a push already.</summary>
    public bool KeepsRepeats { get; init; }
}
