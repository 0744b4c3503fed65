using System.Globalization;
using Sensoro.Dashboard.Diagnostics;
using Sensoro.Dashboard.Storage;
using Sensoro.Dashboard.Storage.Audit;
using Sensoro.Dashboard.Storage.Sqlite;
using Sensoro.Domain.Audit;

namespace Sensoro.Dashboard.Audit;

/// <summary><c>audit</c>: reads the trail of who did what to its end, and says whether it is what was written. The program may be running.</summary>
internal static class AuditCommand
{
    public const string Word = "audit";

    /// <exception cref="AuditException">The trail is not what was written.</exception>
    public static Task RunAsync(string[] args, TextWriter output)
    {
        var builder = WebApplication.CreateBuilder(StartUp.HostArguments(args[1..]));
        builder.Services.AddDiagnostics().AddStorage(builder.Environment.ContentRootPath);
        return StartUp.WorkAsync(builder.Build(), async (services, stop) =>
        {
            services.GetRequiredService<SqliteDatabase>().EnsureReady();
            var found = await services.GetRequiredService<AuditInspector>().InspectAsync(stop);
            foreach (var fault in found.Faults)
            {
                await output.WriteLineAsync(Describe(fault));
            }

            await output.WriteLineAsync(found.IsWhole
                ? string.Create(CultureInfo.InvariantCulture, $"All {found.Count} entries are as they were written. Seal: {found.Head}")
                : throw new AuditException("The trail is not what was written; see above."));
        });
    }

    private static string Describe(AuditFault fault) => string.Create(CultureInfo.InvariantCulture, $"{fault.Id}: ") + fault.Kind switch
    {
        AuditFaultKind.Edited => "edited; it does not say what it said.",
        AuditFaultKind.Removed => "removed; what stood before it is gone or is another entry.",
        AuditFaultKind.Reordered => "reordered; it stands in another place than it was written to.",
        AuditFaultKind.CutOff => "cut off; the last entries up to this number are gone or were changed.",
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault.Kind, "Not a fault."),
    };
}
