namespace Sensoro.Dashboard.Tests.Architecture;

/// <summary>One line of the dependency table.</summary>
/// <param name="Folder">A folder of the web application.</param>
/// <param name="MayUse">The other folders it may use; the domain is everybody's.</param>
public sealed record FolderRule(string Folder, params string[] MayUse)
{
    /// <summary>The table. The root (Program, StartUp) puts the parts together and may use all.</summary>
    public static IReadOnlyList<FolderRule> Table { get; } =
    [
        new("Access"),
        new("Diagnostics", "Access"),
        new("Storage", "Diagnostics", "Access"),
        new("Audit", "Storage", "Diagnostics"),
        new("Live", "Diagnostics"),
        new("Headers", "Diagnostics"),
        new("Admission", "Diagnostics"),
        new("Limits", "Diagnostics", "Access"),
        new("Ingestion", "Storage", "Diagnostics"),
        new("Projection", "Storage", "Live", "Diagnostics"),
        new("Webhook", "Ingestion", "Diagnostics"),
        new("Quarantine", "Webhook", "Storage", "Diagnostics", "Access"),
        new("Hubs", "Live", "Storage", "Diagnostics", "Access"),
        new("Export", "Limits", "Storage", "Diagnostics", "Access"),
        new("Import", "Storage", "Diagnostics"),
        new("Backup", "Storage", "Diagnostics"),
        new("Api", "Export", "Limits", "Live", "Storage", "Diagnostics", "Access"),
        new("Components", "TestPushes", "Quarantine", "Security", "Export", "Import", "Backup", "Live", "Storage", "Diagnostics", "Access"),
        new("Security", "Storage", "Diagnostics", "Access"),
        new("TestPushes", "Webhook", "Live", "Storage", "Diagnostics", "Access"),
        new("Demo", "Security", "Webhook", "Projection", "Backup", "Storage", "Live", "Components", "Diagnostics", "Access"),
    ];

    public override string ToString() => Folder;
}
