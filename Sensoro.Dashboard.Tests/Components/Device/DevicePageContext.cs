using Bunit;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MudBlazor.Services;
using Sensoro.Dashboard.Components.Elements;
using Sensoro.Dashboard.Components.Labels;
using Sensoro.Dashboard.Diagnostics;
using Sensoro.Dashboard.Live;
using Sensoro.Dashboard.Projection;
using Sensoro.Dashboard.Storage;
using Sensoro.Domain.Ledger;

namespace Sensoro.Dashboard.Tests.Components.Device;

/// <summary>Draws pages on the dashboard's own storage, projection and feed, with real files and a clock that stands at noon.</summary>
public sealed class DevicePageContext : BunitContext
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sensoro-pages-");

    public DevicePageContext()
    {
        Clock = new FakeTimeProvider(SampleDevice.Noon);
        Services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([new("Storage:DataDirectory", _folder.FullName)]).Build());
        Services.AddLogging().AddMetrics().AddLocalization();
        Services.AddDiagnostics().AddStorage(AppContext.BaseDirectory).AddLive().AddProjection();
        Services.AddSingleton<TimeProvider>(Clock);
        Services.AddMudServices();
        Services.AddTransient<UndoOffer>();
        Services.AddScoped<LabelChange>();
        JSInterop.Mode = JSRuntimeMode.Loose;
        SetRendererInfo(new("Server", isInteractive: true));

        // The writers make the tables; a page of an empty dashboard reads before anything was written.
        Get<MessageLog>();
        Get<StateWriter>();
    }

    public FakeTimeProvider Clock { get; }

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>Lets pushes come in, all the way to the pages.</summary>
    public FeedUpdate Receive(params IReadOnlyList<NewMessage> messages)
    {
        var (log, fold) = (Get<MessageLog>(), Get<LogFold>());
        log.Append(messages);
        var update = fold.Apply(log.ReadAfter(fold.Cursor, int.MaxValue));
        Get<LiveFeed>().Publish(update);
        return update;
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }
}
