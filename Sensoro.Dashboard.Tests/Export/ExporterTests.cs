using System.Globalization;
using System.Text;
using System.Text.Json;
using Sensoro.Dashboard.Export;
using Sensoro.Dashboard.Tests.Projection;
using Sensoro.Dashboard.Tests.Storage;
using Sensoro.Domain.Devices;
using Stored = Sensoro.Dashboard.Tests.Storage.Messages;

namespace Sensoro.Dashboard.Tests.Export;

/// <summary>What stands in the files, against what the database says.</summary>
public sealed class ExporterTests
{
    [Fact]
    public async Task Csv_OfReadings_HasNamesUnitsAndLocalTimes()
    {
        await using var stage = new ExportStage();
        stage.Storage.Fold(Stored.Sensor("=CMD", "1", """{"temperature":-0.1}"""));

        var file = await stage.WriteAsync(ExportStage.Readings("=CMD") with { Metrics = ["temperature"], ByteOrderMark = true, UnitRow = true });

        Assert.Equal([0xEF, 0xBB, 0xBF], file[..3]);
        Assert.Equal(
            [
                "sn,name,metric,unit,time,localTime,value,y,z,text,lateBy",
                ",,,,ISO 8601,Asia/Shanghai,°C,°C,°C,,s",
                "'=CMD,,temperature,°C,2026-03-01T20:00:00.000+08:00,2026-03-01 20:00:00.000,-0.1,,,,",
                "",
            ],
            Encoding.UTF8.GetString(file[3..]).Split("\r\n"));
    }

    [Fact]
    public async Task Readings_OfMoreThanOnePage_AreAllThereAndSumToWhatSqlSays()
    {
        await using var stage = new ExportStage();
        stage.FoldSeries("PAGES", 2_500);
        stage.FoldSeries("OTHER", 3);

        var records = CsvRecords.Read(await stage.WriteAsync(ExportStage.Readings() with { To = Stored.Noon.AddDays(3) }))[1..];

        Assert.Equal(2_503, records.Count);
        Assert.Equal(
            stage.Storage.InState<double>("SELECT sum(value) FROM readings"),
            records.Sum(record => double.Parse(record[6], CultureInfo.InvariantCulture)), 6);
        Assert.Equal(
            SqliteReading.Column<double>(stage.Storage.StateFile, "SELECT value FROM readings ORDER BY device_id, metric_id, at"),
            records.ConvertAll(record => double.Parse(record[6], CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData(ExportGrain.FiveMinutes, "Asia/Shanghai")]
    [InlineData(ExportGrain.Day, "Asia/Kolkata")]
    [InlineData(ExportGrain.Month, "America/New_York")]
    public async Task Buckets_OfAnyGrain_AddUpToTheReadings(ExportGrain grain, string zone)
    {
        await using var stage = new ExportStage();
        stage.FoldSeries("BUCKETS", 9_000);

        var records = CsvRecords.Read(await stage.WriteAsync(ExportStage.Readings("BUCKETS") with { To = Stored.Noon.AddDays(10), Grain = grain, ZoneId = zone }))[1..];

        double Sum(Func<string[], double> value) => records.Sum(value);
        static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
        Assert.Equal(9_000, Sum(record => Number(record[9])));
        Assert.Equal(stage.Storage.InState<double>("SELECT sum(value) FROM readings"), Sum(record => Number(record[7]) * Number(record[9])), 4);
        Assert.Equal(records.Count, records.Select(record => record[4]).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task JsonLines_OfEveryShape_CarryValuesAndLeaveOutWhatIsMissing()
    {
        await using var stage = new ExportStage();
        stage.Storage.Fold(Stored.Sensor("SHAPES", "1", """{"lonlat":[116.4,39.9],"customer":"0aff","smoke":true,"accelerometer":{"x":0,"y":0.5,"z":1}}"""));

        var lines = await stage.WriteLinesAsync(ExportStage.Readings("SHAPES") with { Format = ExportFormat.JsonLines });
        var byMetric = lines.Select(line => JsonElement.Parse(line)).ToDictionary(line => line.GetProperty("metric").GetString() ?? "", StringComparer.Ordinal);

        Assert.Equal((116.4, 39.9), (byMetric["lonlat"].GetProperty("value").GetDouble(), byMetric["lonlat"].GetProperty("y").GetDouble()));
        Assert.Equal("0aff", byMetric["customer"].GetProperty("text").GetString());
        Assert.Equal(1, byMetric["smoke"].GetProperty("value").GetDouble());
        Assert.Equal(1, byMetric["accelerometer"].GetProperty("z").GetDouble());
        Assert.False(byMetric["smoke"].TryGetProperty("text", out _));
    }

    [Fact]
    public async Task Readings_OfAFilter_AreThoseOfItsDevices()
    {
        await using var stage = new ExportStage(new Integration.StoppedClock(Stored.Noon));
        stage.FoldSeries("FILTER-A1", 2);
        stage.FoldSeries("FILTER-B1", 3);
        stage.Storage.Fold(Stored.Sensor("FILTER-A2", "x", """{"smoke":1}"""));

        Task<List<string>> SnsAsync(DeviceChoice choice) => ReadSnsAsync(stage, choice);

        Assert.Equal(["FILTER-A1", "FILTER-A2"], await SnsAsync(new DeviceChoice { Search = "filter-a" }));
        Assert.Equal(["FILTER-A2"], await SnsAsync(new DeviceChoice { Status = DeviceStatus.Alarm }));
        Assert.Equal(["FILTER-B1"], await SnsAsync(new DeviceChoice { Sns = ["FILTER-B1", "NOBODY"] }));
        Assert.Empty(await SnsAsync(new DeviceChoice { Sns = ["NOBODY"] }));
    }

    [Fact]
    public async Task Range_OfReadings_TakesItsStartAndLeavesItsEnd()
    {
        await using var stage = new ExportStage();
        stage.FoldSeries("EDGES", 10);

        var records = CsvRecords.Read(await stage.WriteAsync(
            ExportStage.Readings("EDGES") with { From = Stored.Noon.AddMinutes(2), To = Stored.Noon.AddMinutes(5), ZoneId = "UTC" }))[1..];

        Assert.Equal(["2026-03-01T12:02:00.000+00:00", "2026-03-01T12:03:00.000+00:00", "2026-03-01T12:04:00.000+00:00"], records.ConvertAll(record => record[4]));
    }

    [Fact]
    public async Task Messages_OfTheWholeLog_ComeInItsOrderWithAllKinds()
    {
        await using var stage = new ExportStage();
        stage.Storage.Fold(Stored.Sensor("LOG-1", "1"), Stored.Task("77", "2"), Stored.Sensor("LOG-2", "3"));
        var all = new ExportRequest { Content = ExportContent.Messages, From = Stored.Noon.AddHours(-1), To = Stored.Noon.AddHours(1), ZoneId = "UTC", Format = ExportFormat.JsonLines };

        var kinds = (await stage.WriteLinesAsync(all)).Select(line => JsonElement.Parse(line).GetProperty("kind").GetString());

        Assert.Equal(["sensor", "task", "sensor"], kinds, StringComparer.Ordinal);
        Assert.Equal(2, JsonElement.Parse(Assert.Single(await stage.WriteLinesAsync(all with { Devices = new DeviceChoice { Sns = ["LOG-2"] } }))).GetProperty("id").GetInt64() - 1);
        Assert.Empty(await stage.WriteLinesAsync(all with { From = Stored.Noon.AddMinutes(1) }));
    }

    [Fact]
    public async Task Tasks_OfASpan_CarryCodeAndData()
    {
        await using var stage = new ExportStage();
        stage.Storage.Fold(Stored.Task("77", "2"), Stored.Task("78", "3", resultCode: -4));

        var lines = await stage.WriteLinesAsync(new ExportRequest
        {
            Content = ExportContent.Tasks, From = Stored.Noon.AddHours(-1), To = Stored.Noon.AddHours(1), ZoneId = "UTC", Format = ExportFormat.JsonLines,
        });

        Assert.Equal([0, -4], lines.Select(line => JsonElement.Parse(line).GetProperty("resultCode").GetInt32()));
        Assert.Equal(3, JsonElement.Parse(lines[0]).GetProperty("resultData").GetProperty("steps").GetInt32());
    }

    [Fact]
    public async Task Estimate_OfReadings_ComesFromTheRollups()
    {
        await using var stage = new ExportStage();
        stage.FoldSeries("ESTIMATE", 90);
        stage.FoldSeries("ESTIMATE-2", 30, "humidity");
        stage.RollUp();

        async Task<long> RowsAsync(ExportRequest request) => (await stage.Jobs.EstimateAsync(request, TestContext.Current.CancellationToken)).Rows;

        Assert.Equal(120, await RowsAsync(ExportStage.Readings()));
        Assert.Equal(90, await RowsAsync(ExportStage.Readings("ESTIMATE")));
        Assert.Equal(30, await RowsAsync(ExportStage.Readings() with { Metrics = ["humidity"] }));
        Assert.Equal(120, await RowsAsync(ExportStage.Readings() with { From = Stored.Noon.AddDays(-300) }));
        Assert.Equal(0, await RowsAsync(ExportStage.Readings("NOBODY")));
    }

    private static async Task<List<string>> ReadSnsAsync(ExportStage stage, DeviceChoice choice)
    {
        var records = CsvRecords.Read(await stage.WriteAsync(ExportStage.Readings() with { Devices = choice }))[1..];
        return [.. records.Select(record => record[0]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }
}
