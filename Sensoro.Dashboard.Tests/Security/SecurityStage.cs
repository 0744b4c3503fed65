using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Sensoro.Dashboard.Security;
using Sensoro.Dashboard.Storage;
using Sensoro.Dashboard.Storage.Audit;
using Sensoro.Dashboard.Storage.Sqlite;
using Sensoro.Dashboard.Tests.Integration;
using Stored = Sensoro.Dashboard.Tests.Storage.Messages;

namespace Sensoro.Dashboard.Tests.Security;

/// <summary>The stored applications with their real file and key ring, as one run of the program has them.</summary>
internal sealed class SecurityStage : IDisposable
{
    private readonly TemporaryFolder _trail = new();
    private readonly ServiceProvider _services;

    public SecurityStage(TemporaryFolder folder, params IReadOnlyCollection<string> configured)
    {
        Folder = folder;
        var services = new ServiceCollection()
            .AddLogging(static logging => logging.AddFakeLogging().SetMinimumLevel(LogLevel.Trace))
            .AddSingleton<TimeProvider>(Clock)
            .Configure<StorageOptions>(options => options.DataDirectory = folder.Path)
            .Configure<ConfiguredAppIds>(options => options.Values = configured)
            .AddDbContextFactory<SensoroDbContext>(context => context.UseSqlite(SqliteFile.ConnectionString(_trail.File("sensoro.db"))))
            .AddSingleton<AuditTrail>()
            .AddSecurity();
        _services = services.BuildServiceProvider();
        using (var state = _services.GetRequiredService<IDbContextFactory<SensoroDbContext>>().CreateDbContext())
        {
            state.Database.Migrate();
        }

        Applications = _services.GetRequiredService<StoredApplications>();
    }

    public static ApplicationKeys North { get; } = KeysOf(PushService.North, "North site");

    public static ApplicationKeys South { get; } = KeysOf(PushService.South, "South site");

    public TemporaryFolder Folder { get; }

    public StoppedClock Clock { get; } = new(Stored.Noon);

    public StoredApplications Applications { get; }

    public string File => Folder.File(ApplicationFile.FileName);

    public IEnumerable<string> Logs => _services.GetFakeLogCollector().GetSnapshot().Select(record => $"{record.Message} {record.Exception}");

    public static ApplicationKeys KeysOf(PushService service, string name) => new(service.AppId, name, service.AppKey, service.AppSecret);

    public ApplicationSecrets? SecretsOf(string appId) => Applications.Kept.Single(kept => kept.AppId == appId).Secrets;

    public void Dispose()
    {
        _services.Dispose();
        _trail.Dispose();
    }
}
