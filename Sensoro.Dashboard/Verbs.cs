using Sensoro.Dashboard.Audit;
using Sensoro.Dashboard.Backup;
using Sensoro.Dashboard.Import;

namespace Sensoro.Dashboard;

/// <summary>The jobs that the program does instead of serving when its first argument names one.</summary>
internal static class Verbs
{
    /// <summary>The job that is asked for; null for the dashboard itself.</summary>
    public static Func<string[], TextWriter, Task>? Find(string[] args) => args switch
    {
        [ImportCommand.Word, ..] => ImportCommand.RunAsync,
        [BackupCommand.Word, ..] => BackupCommand.RunAsync,
        [RestoreCommand.Word, ..] => RestoreCommand.RunAsync,
        [AuditCommand.Word, ..] => AuditCommand.RunAsync,
        _ => null,
    };
}
