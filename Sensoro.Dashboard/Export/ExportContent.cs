namespace Sensoro.Dashboard.Export;

/// <summary>What is exported.</summary>
public enum ExportContent
{
    Readings,

    /// <summary>Pushes with their bodies; as JSON Lines they can be imported again.</summary>
    Messages,

    /// <summary>Task results.</summary>
    Tasks,
}
