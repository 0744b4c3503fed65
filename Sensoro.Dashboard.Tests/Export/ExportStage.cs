using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Sensoro.Dashboard.Export;
using Sensoro.Dashboard.Storage.Sqlite;
using Sensoro.Dashboard.Tests.Projection;
using Sensoro.Dashboard.Tests.Storage;
using Stored = Sensoro.Dashboard.Tests.Storage.Messages;

namespace Sensoro.Dashboard.Tests.Export;

/// <summary>Real storage and projection with the export behind them, without a host: the worker is run by hand.</summary>
internal sealed class ExportStage : IAsyncDisposable
{
    public ExportStage(TimeProvider? clock = null, string? dataDirectory = null, Action<IServiceCollection>? more = null)
    {
        Storage = Folding.NewStorage(clock, dataDirectory, services =>
        {
            services.AddExport();
            more?.Invoke(services);
        });

        // The first one to open them makes the files.
        _ = (Storage.Log, Storage.State);
    }

    public TemporaryStorage Storage { get; }

    public ExportJobs Jobs => Storage.Get<ExportJobs>();

    /// <summary>All readings of the day around noon.</summary>
    public static ExportRequest Readings(params string[] sns) => new()
    {
        Content = ExportContent.Readings,
        Devices = new DeviceChoice { Sns = sns },
        From = Stored.Noon.AddDays(-1),
        To = Stored.Noon.AddDays(1),
        ZoneId = "Asia/Shanghai",
    };

    /// <summary>Folds one device with a reading every minute from noon on.</summary>
    public void FoldSeries(string sn, int count, string metric = "temperature") =>
        Storage.Fold([.. Enumerable.Range(0, count).Select(i => Stored.Sensor(sn, $"{sn}-{i}", $$"""{"{{metric}}":{{(i * 0.1) - 5}} }""", Stored.Noon.AddMinutes(i)))]);

    /// <summary>Fills the roll-ups from the readings, whether or not the projection has.</summary>
    public void RollUp()
    {
        SqliteReading.Execute(Storage.StateFile, "DELETE FROM readings_hourly; DELETE FROM readings_daily");
        SqliteReading.Execute(Storage.StateFile, SqliteStateSql.FillReadingsHourly);
        SqliteReading.Execute(Storage.StateFile, SqliteStateSql.FillReadingsDaily);
    }

    public async Task<byte[]> WriteAsync(ExportRequest request)
    {
        using var target = new MemoryStream();
        await Storage.Get<Exporter>().WriteAsync(request, target, null, TestContext.Current.CancellationToken);
        return target.ToArray();
    }

    public async Task<string[]> WriteLinesAsync(ExportRequest request) =>
        Encoding.UTF8.GetString(await WriteAsync(request)).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The program's own worker.</summary>
    public ExportWorker NewWorker() => ActivatorUtilities.CreateInstance<ExportWorker>(Storage.Get<IServiceProvider>());

    public ValueTask DisposeAsync() => Storage.DisposeAsync();
}
