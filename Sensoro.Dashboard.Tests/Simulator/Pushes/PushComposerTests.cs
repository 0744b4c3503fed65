using System.Text;
using System.Text.Json;
using Sensoro.Domain.Metrics;
using Sensoro.Domain.Protocol;
using Sensoro.Simulator;
using Sensoro.Simulator.Fleet;
using Sensoro.Simulator.Physics;
using Sensoro.Simulator.Pushes;

namespace Sensoro.Dashboard.Tests.Simulator.Pushes;

public sealed class PushComposerTests
{
    private static readonly DeviceReport Report = new(
        "0117C6CE04599F36",
        "tracker",
        SampleFleet.Start.AddMilliseconds(250),
        TimeSpan.FromSeconds(20),
        [
            Reading.Number("temperature", -3.04, 1),
            Reading.Flag("cover", false),
            Reading.Vector("magnetic", 1, -2.5, 0),
            new Reading("lonlat", MetricValue.Position(116.459123, 39.909456)),
            new Reading("customer", MetricValue.OfText("0A1B00")),
        ]);

    [Theory]
    [InlineData(PushMode.Plain)]
    [InlineData(PushMode.Safe)]
    public void Sensor_EitherMode_IsReadByTheDomainAsItWasMeasured(PushMode mode)
    {
        var push = Assert.IsType<SensorPush>(OpenedPush.Read(Press(mode).Sensor(Report)));

        Assert.Equal(mode is PushMode.Safe, push.Envelope.IsEncrypted);
        Assert.Equal(SampleFleet.AppId, push.Envelope.AppId);
        Assert.Equal(Report.Sn, push.Sn);
        Assert.Equal("tracker", push.Envelope.DeviceType);
        Assert.Equal(Report.At, push.Envelope.CreatedAt);
        Assert.Matches("^[0-9]{10,}$", push.Envelope.MsgId);
        Assert.Equal(
            [
                MetricValue.Number(-3), MetricValue.State(active: true), MetricValue.Vector(1, -2.5, 0),
                MetricValue.Position(116.459123, 39.909456), MetricValue.OfText("0A1B00"),
            ],
            push.Measurements.Select(static measurement => measurement.Value));
    }

    [Fact]
    public void Sensor_SafeMode_HidesTheReadings()
    {
        using var json = JsonDocument.Parse(Press(PushMode.Safe).Sensor(Report).Body);

        Assert.False(json.RootElement.TryGetProperty("data", out _));
        Assert.Equal(Report.Sn, json.RootElement.GetProperty("sn").GetString());
        Assert.DoesNotContain("temperature", json.RootElement.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Sensor_PlainMode_IsCompactJsonWithZeroAndNoFixAsSent()
    {
        var report = Report with { Readings = [Reading.Number("smoke", -0.0), new Reading("lonlat", MetricValue.NoFix)] };

        var body = Encoding.UTF8.GetString(Press(PushMode.Plain).Sensor(report).Body.Span);

        Assert.EndsWith("\"data\":{\"smoke\":0,\"lonlat\":[]}}", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PushMode.Plain)]
    [InlineData(PushMode.Safe)]
    public void Task_EitherMode_IsReadByTheDomain(PushMode mode)
    {
        var press = Press(mode);
        var random = new SeededRandom(1);
        var tasks = Enumerable.Range(0, 200).Select(_ => Assert.IsType<TaskEvent>(OpenedPush.Read(press.Task(random, SampleFleet.Start)))).ToList();

        Assert.Distinct(tasks.Select(static task => task.TaskId), StringComparer.Ordinal);
        Assert.All(tasks, static task => Assert.Equal(task.Success is true ? "0" : "1", task.ResultCode));
        Assert.All(tasks, static task => Assert.Contains("interval", task.ResultData, StringComparison.Ordinal));
        Assert.InRange(tasks.Count(static task => task.Success is true), 150, 195);
    }

    private static PushPress Press(PushMode mode) =>
        new(SampleFleet.Options with { Mode = mode }, new SeededRandom(1), SampleFleet.Start);
}
