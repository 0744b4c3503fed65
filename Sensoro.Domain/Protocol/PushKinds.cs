namespace Sensoro.Domain.Protocol;

/// <summary>The texts that the database and the API use for <see cref="PushKind"/>.</summary>
public static class PushKinds
{
    public static string Text(PushKind kind) => kind switch
    {
        PushKind.Sensor => "sensor",
        PushKind.Task => "task",
        PushKind.Other => "other",
    };

    /// <summary>Anything that is neither <c>sensor</c> nor <c>task</c> is <see cref="PushKind.Other"/>.</summary>
    public static PushKind Parse(string text) => text switch
    {
        "sensor" => PushKind.Sensor,
        "task" => PushKind.Task,
        _ => PushKind.Other,
    };
}
