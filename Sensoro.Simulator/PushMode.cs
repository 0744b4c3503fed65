namespace Sensoro.Simulator;

/// <summary>How the content of pushes travels.</summary>
public enum PushMode
{
    /// <summary>Readable JSON.</summary>
    Plain,

    /// <summary>Encrypted with the AppKey.</summary>
    Safe,

    /// <summary>Each push one way or the other: at SENSORO the switch acts at once, so a receiver must take both.</summary>
    Mixed,
}
