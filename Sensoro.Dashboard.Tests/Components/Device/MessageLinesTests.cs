using Sensoro.Dashboard.Components.Device;
using Sensoro.Dashboard.Live;
using Sensoro.Domain.Ledger;
using Sensoro.Domain.Metrics;
using Sensoro.Domain.Readings;
using static Sensoro.Dashboard.Tests.Components.Device.SampleDevice;

namespace Sensoro.Dashboard.Tests.Components.Device;

public sealed class MessageLinesTests
{
    [Fact]
    public void MessageLines_Loaded_SayWhatEachPushChanged()
    {
        var lines = new MessageLines("A");
        lines.Load(
        [
            Logged(3, 2, """{"temperature":5.4,"door":false}"""),
            Logged(2, 1, """{"temperature":4.6,"door":true}"""),
            Logged(1, 0, """{"temperature":4.6,"door":true}"""),
        ]);

        var newest = lines.Lines.First();
        Assert.Equal([3, 2, 1], lines.Lines.Select(line => line.Entry.Id));
        Assert.Equal(
            [new ValueChange("door", MetricValue.State(false), MetricValue.State(true)), new ValueChange("temperature", MetricValue.Number(4.6), MetricValue.Number(5.4))],
            newest.Changes);
        Assert.Empty(lines.Lines.ElementAt(1).Changes);
    }

    [Fact]
    public void MessageLines_ChangeBelowThePrintedDigits_IsNoChange()
    {
        var lines = new MessageLines("A");
        lines.Load([Logged(2, 1, """{"temperature":4.62}"""), Logged(1, 0, """{"temperature":4.61}""")]);

        Assert.Empty(lines.Lines.First().Changes);
    }

    [Fact]
    public void MessageLines_PushMadeBeforeWhatIsKnown_IsMarkedLateAndChangesNothing()
    {
        var lines = new MessageLines("A");
        lines.Load([Logged(3, 3, """{"temperature":5}"""), Logged(2, 1, """{"temperature":9}"""), Logged(1, 2, """{"temperature":5}""")]);

        Assert.Equal([false, true, false], lines.Lines.Select(line => line.IsLate));
        Assert.Empty(lines.Lines.First().Changes);
    }

    [Fact]
    public void MessageLines_News_AreReadFromTheReadingsOfTheFeed()
    {
        var lines = Loaded();

        var outcome = lines.Apply(News([Entry(2, 1), Entry(3, 2)], Reading("temperature", 1, 5), Reading("humidity", 1, 40), Reading("temperature", 2, 6)));

        Assert.Equal(NewsOutcome.Changed, outcome);
        Assert.Equal([3, 2, 1], lines.Lines.Select(line => line.Entry.Id));
        Assert.Equal([new ValueChange("temperature", MetricValue.Number(5), MetricValue.Number(6))], lines.Lines.First().Changes);
        Assert.Equal(
            [new ValueChange("temperature", MetricValue.Number(4), MetricValue.Number(5)), new ValueChange("humidity", null, MetricValue.Number(40))],
            lines.Lines.ElementAt(1).Changes);
    }

    [Fact]
    public void MessageLines_NewsOfWhatWasLoadedAlready_AddNothing()
    {
        var lines = Loaded();

        Assert.Equal(NewsOutcome.Nothing, lines.Apply(News([Entry(1, 0)], Reading("temperature", 0, 4))));
        Assert.Single(lines.Lines);
    }

    [Fact]
    public void MessageLines_ReadingsWithoutTheirMessage_AskForALoad()
    {
        Assert.Equal(NewsOutcome.Reload, Loaded().Apply(News([], Reading("temperature", 1, 5))));
        Assert.Equal(NewsOutcome.Reload, Loaded().Apply(News([Entry(2, 1)], Reading("temperature", 1, 5)) with { SkippedMessages = 1 }));
    }

    [Fact]
    public void MessageLines_NewsOfOtherDevices_ChangeNothing()
    {
        var lines = Loaded();
        var update = new FeedUpdate { Cursor = 2, Devices = [new DeviceChange(Of("B"), [], IsNew: false)], Messages = [SamplePush.Entry(2, "B", Noon)], SkippedMessages = 4 };

        Assert.Equal(NewsOutcome.Nothing, lines.Apply(update));
        Assert.Single(lines.Lines);
    }

    [Fact]
    public void MessageLines_ManyPushes_KeepTheNewest()
    {
        var lines = Loaded();
        for (var i = 1; i <= 20; i++)
        {
            lines.Apply(News([Entry(i + 1, i)], Reading("temperature", i, i)));
        }

        Assert.Equal(MessageLines.Shown, lines.Lines.Count);
        Assert.Equal(21, lines.Lines.First().Entry.Id);
    }

    private static MessageLines Loaded()
    {
        var lines = new MessageLines("A");
        lines.Load([Logged(1, 0, """{"temperature":4}""")]);
        return lines;
    }

    private static LoggedMessage Logged(long id, int minute, string data) => SamplePush.Logged(id, "A", data, Noon.AddMinutes(minute));

    private static LedgerEntry Entry(long id, int minute) => SamplePush.Entry(id, "A", Noon.AddMinutes(minute));

    private static Reading Reading(string metric, int minute, double value) => new(metric, Noon.AddMinutes(minute), MetricValue.Number(value));

    private static FeedUpdate News(IReadOnlyList<LedgerEntry> entries, params Reading[] readings) =>
        new() { Cursor = 1, Devices = [new DeviceChange(Of("A"), readings, IsNew: false)], Messages = entries };
}
