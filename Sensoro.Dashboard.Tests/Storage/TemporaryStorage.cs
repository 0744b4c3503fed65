using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Sensoro.Dashboard.Diagnostics;
using Sensoro.Dashboard.Storage;
using Sensoro.Dashboard.Tests.Integration;

namespace Sensoro.Dashboard.Tests.Storage;

/// <summary>The storage folder with its real files in a folder of their own, wired as the program wires it, without a host.</summary>
internal sealed class TemporaryStorage : IAsyncDisposable
{
    private readonly TemporaryFolder? _folder;
    private readonly ServiceProvider _services;

    public TemporaryStorage(Action<IServiceCollection>? more = null, TimeProvider? clock = null, string? dataDirectory = null)
    {
        _folder = dataDirectory is null ? new TemporaryFolder() : null;
        DataDirectory = dataDirectory ?? _folder?.Path ?? "";
        var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder()
                .AddInMemoryCollection([new("Storage:DataDirectory", DataDirectory)]).Build())
            .AddLogging()
            .AddMetrics()
            .AddDiagnostics()
            .AddStorage(AppContext.BaseDirectory);
        if (clock is not null)
        {
            services.AddSingleton(clock);
        }

        more?.Invoke(services);
        _services = services.BuildServiceProvider();
    }

    public string DataDirectory { get; }

    public string LogFile => Path.Combine(DataDirectory, "log.db");

    public string StateFile => Path.Combine(DataDirectory, "sensoro.db");

    public IServiceProvider Services => _services;

    public MessageLog Log => Get<MessageLog>();

    public StateWriter State => Get<StateWriter>();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>What the log's file answers, read as a stranger would.</summary>
    public T InLog<T>(string sql) => SqliteReading.Scalar<T>(LogFile, sql);

    public T InState<T>(string sql) => SqliteReading.Scalar<T>(StateFile, sql);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteReading.Release(DataDirectory);
        _folder?.Dispose();
    }
}
