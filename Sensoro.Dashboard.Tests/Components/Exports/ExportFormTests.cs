using Sensoro.Dashboard.Components.Exports;
using Sensoro.Dashboard.Export;
using Sensoro.Dashboard.Tests.Integration;
using Sensoro.Domain.Readings;
using Stored = Sensoro.Dashboard.Tests.Storage.Messages;

namespace Sensoro.Dashboard.Tests.Components.Exports;

/// <summary>The form and its address.</summary>
public sealed class ExportFormTests
{
    private static readonly StoppedClock Clock = new(Stored.Noon);
    private static readonly string[] WrittenKeys = ["what", "q", "status", "from", "to", "every", "format", "zone", "bom", "units"];

    [Fact]
    public void Form_OfAnEmptyAddress_IsTheLastDayOfEverything()
    {
        var form = ExportForm.Read(new ExportQuery(), Clock);

        Assert.Equal((ExportContent.Readings, ExportFormat.Csv, ExportGrain.Raw), (form.Content, form.Format, form.Grain));
        Assert.Equal(TimeSpan.FromDays(1), form.To - form.From);
        Assert.True(form.ToRequest().Devices.IsEverything);
        Assert.Equal(TimeRangeFault.None, form.RangeFault(Stored.Noon));
    }

    [Fact]
    public void Form_WrittenAndRead_IsTheSame()
    {
        var form = ExportForm.Read(
            new ExportQuery { What = "messages", Search = "a&b", Status = "alarm", From = "2026-02-01T00:00:00Z", To = "2026-03-01T00:00:00Z", Every = "month", Format = "jsonl", Zone = "America/New_York", Bom = "false", Units = "true" },
            Clock);

        var written = form.Write(TimeZoneInfo.Utc);

        Assert.Equal("messages|a&b|alarm|2026-02-01T00:00:00Z|2026-03-01T00:00:00Z|month|jsonl|America/New_York|false|true", string.Join(
            '|', WrittenKeys.Select(key => written[key])));
    }

    [Fact]
    public void Form_OfNonsense_IsAsUsual()
    {
        var form = ExportForm.Read(new ExportQuery { What = "x", From = "yesterday", To = "never", Every = "fortnight", Format = "xls", Zone = "Mars/Base" }, Clock);

        Assert.Equal(ExportForm.Read(new ExportQuery(), Clock).Write(TimeZoneInfo.Utc), form.Write(TimeZoneInfo.Utc));
    }

    [Fact]
    public void PreviousMonth_InAZone_BeginsAtItsMidnight()
    {
        var form = ExportForm.Read(new ExportQuery { Zone = "Asia/Shanghai" }, Clock).Month(1, Stored.Noon);

        Assert.Equal((new DateTimeOffset(2026, 1, 31, 16, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 2, 28, 16, 0, 0, TimeSpan.Zero)), (form.From, form.To));
    }

    [Fact]
    public void Sns_OfAnyList_AreSplitAndTakenOnce() =>
        Assert.Equal(["A1", "B2", "C3"], ExportForm.SplitSns(" A1, B2\nC3；A1 " + new string('x', 100)));
}
