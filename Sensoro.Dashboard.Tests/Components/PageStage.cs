using System.Globalization;
using Bunit;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using MudBlazor.Services;
using Sensoro.Dashboard.Backup;
using Sensoro.Dashboard.Components.Connect;
using Sensoro.Dashboard.Components.Elements;
using Sensoro.Dashboard.Components.Labels;
using Sensoro.Dashboard.Components.Layout;
using Sensoro.Dashboard.Components.Messages;
using Sensoro.Dashboard.Components.Overview;
using Sensoro.Dashboard.Diagnostics;
using Sensoro.Dashboard.Live;
using Sensoro.Dashboard.Quarantine;
using Sensoro.Dashboard.Security;
using Sensoro.Dashboard.Storage;
using Sensoro.Dashboard.Storage.Audit;
using Sensoro.Dashboard.TestPushes;
using Sensoro.Dashboard.Tests.Integration;
using Sensoro.Dashboard.Tests.Projection;
using Sensoro.Dashboard.Tests.Storage;
using Sensoro.Dashboard.Webhook;
using Sensoro.Domain.Ledger;
using Stored = Sensoro.Dashboard.Tests.Storage.Messages;

namespace Sensoro.Dashboard.Tests.Components;

/// <summary>A stage for one page without a browser: real storage, real projection, the real feed; English, and a clock that stands still.</summary>
internal sealed class PageStage : BunitContext
{
    public PageStage(string culture = "en", Action<ConnectOptions>? connect = null)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo(culture);
        Clock = new StoppedClock(Stored.Noon);
        Storage = Folding.NewStorage(Clock);

        // The first one to open them makes the files.
        _ = (Storage.Log, Storage.State);
        Services.AddLogging().AddLocalization().AddMudServices();
        Services.AddSingleton<TimeProvider>(Clock);
        Services.AddSingleton(Storage.Get<LiveFeed>());
        Services.AddSingleton(Storage.Get<DeviceQueries>());
        Services.AddSingleton(Storage.Get<TaskQueries>());
        Services.AddSingleton(Storage.Get<FleetQueries>());
        Services.AddSingleton(Storage.Get<MessageQueries>());
        Services.AddSingleton(Storage.Get<QuarantineQueries>());
        Services.AddSingleton(Storage.Get<AuditTrail>());
        Services.AddSingleton(Storage.Log);
        Services.AddSingleton(Storage.Get<StorageQueries>());
        Services.AddSingleton(Storage.Get<ProjectionLag>());
        Services.AddSingleton(Storage.Get<PipelineStatus>());
        Services.AddSingleton(Storage.Get<NearLosses>());
        Services.AddSingleton<BackupStatus>();
        Services.AddSingleton(Storage.Get<SetAsideMessages>());
        Services.AddSingleton<OverviewReader>();
        Services.AddSingleton<LedgerReader>();
        Services.AddTransient<UndoOffer>();
        Services.AddScoped<LabelChange>();
        Services.AddSingleton<HeaderSearch>();
        AddConnection(connect ?? (static _ => { }));
        JSInterop.Mode = JSRuntimeMode.Loose;
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    public StoppedClock Clock { get; }

    public TemporaryStorage Storage { get; }

    /// <summary>The applications that were entered on a page, in the stage's own data directory.</summary>
    public StoredApplications Applications => Services.GetRequiredService<StoredApplications>();

    /// <summary>Stores and folds pushes and announces them, as the running program does.</summary>
    public void Receive(params IReadOnlyList<NewMessage> messages)
    {
        var update = Storage.Fold(messages);
        Storage.Get<LiveFeed>().Publish(update);
    }

    /// <summary>Counts the fleet and announces the counts.</summary>
    public async Task CountAsync()
    {
        var feed = Storage.Get<LiveFeed>();
        feed.Publish(new FeedUpdate { Cursor = feed.Cursor, Counts = await Storage.Get<FleetQueries>().CountAsync(Clock.GetUtcNow(), CancellationToken.None) });
    }

    /// <summary>Makes reads of a table fail until it is put back.</summary>
    public void Hide(string table) => Rename(table, $"hidden_{table}");

    public void PutBack(string table) => Rename($"hidden_{table}", table);

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await Storage.DisposeAsync();
    }

    /// <summary>The store of applications and the sender of test pushes, with a server that listens nowhere.</summary>
    private void AddConnection(Action<ConnectOptions> connect)
    {
        Services.Configure(connect);
        Services.Configure<StorageOptions>(options => options.DataDirectory = Storage.DataDirectory);
        Services.AddSingleton(Storage.Get<ApplicationTraffic>());
        Services.AddSingleton<ApplicationRegistry>();
        Services.AddSingleton<IServer, TestServer>();
        Services.AddSingleton<OwnAddress>();
        Services.AddSingleton<PushAuthenticator>();
        Services.AddSingleton<PushOpener>();
        Services.AddSingleton<IHostApplicationLifetime, ApplicationLifetime>();
        Services.AddSecurity().AddTestPushes().AddQuarantine();
    }

    // As it was in old versions of SQLite: a view of the table does not follow it.
    private void Rename(string table, string name) => Execute(FileOf(table), $"PRAGMA legacy_alter_table = ON; ALTER TABLE {table} RENAME TO {name}");

    private string FileOf(string table) => table.EndsWith("stored_messages", StringComparison.Ordinal) || table.EndsWith("quarantine", StringComparison.Ordinal) ? Storage.LogFile : Storage.StateFile;

    private static void Execute(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
