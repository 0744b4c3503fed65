namespace Sensoro.Domain.Protocol;

/// <summary>What a push is about.</summary>
public enum PushKind
{
    /// <summary>An upload of a device: readings.</summary>
    Sensor,

    /// <summary>The result of a task, such as a change of the upload interval.</summary>
    Task,

    /// <summary>Anything else that is authentic; kept and shown, not interpreted.</summary>
    Other,
}
