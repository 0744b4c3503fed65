using System.Globalization;
using System.Text;
using Sensoro.Domain.Protocol;
using Sensoro.Simulator;
using Sensoro.Simulator.Pushes;

namespace Sensoro.Dashboard.Tests.Simulator.Pushes;

public sealed class PushStreamTests
{
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(20);

    private static readonly FleetOptions Troubled = SampleFleet.Options with
    {
        Mode = PushMode.Plain,
        DuplicatesPercent = 10,
        LatePercent = 5,
        OutOfOrderPercent = 4,
        OldNoncePercent = 3,
        BrokenPercent = 8,
        TasksPercent = 6,
        Seed = 11,
    };

    [Fact]
    public void Stream_SameSeedAndStart_SamePushes() =>
        Assert.Equal(Bodies(SampleFleet.Pushes(Troubled, Length).Pushes), Bodies(SampleFleet.Pushes(Troubled, Length).Pushes));

    [Fact]
    public void Stream_OtherSeed_OtherPushes() =>
        Assert.NotEqual(Bodies(SampleFleet.Pushes(Troubled, Length).Pushes), Bodies(SampleFleet.Pushes(Troubled with { Seed = 12 }, Length).Pushes));

    [Fact]
    public void Stream_WithPercentages_RespectsThemRoughly()
    {
        var (_, tally) = SampleFleet.Pushes(Troubled, Length);

        Assert.InRange(tally.Reports, 5_700, 6_500);
        Assert.InRange(Percent(tally.Late, tally), 4, 6);
        Assert.InRange(Percent(tally.OutOfOrder, tally), 3, 5);
        Assert.InRange(Percent(tally.Duplicates, tally), 8.5, 11);
        Assert.InRange(Percent(tally.OldNonces, tally), 2.2, 3.8);
        Assert.InRange(Percent(tally.Broken, tally), 7, 9);
        Assert.InRange(Percent(tally.Tasks, tally), 5, 7);
    }

    [Fact]
    public void Stream_WithEverythingGoingWrong_LosesNoReport()
    {
        var (pushes, tally) = SampleFleet.Pushes(Troubled, Length);
        var good = pushes.Where(static push => push.Fault is PushFault.None).ToList();

        Assert.Equal(tally.Reports + tally.Tasks, good.Distinct().Count());
        Assert.Equal(tally.Reports + tally.Tasks + tally.Duplicates, good.Count);
        Assert.Equal(tally.OldNonces, pushes.Count(static push => push.Fault is PushFault.StaleNonce));
        Assert.Equal(tally.OldNonces + tally.Broken, pushes.Count - good.Count);
    }

    [Fact]
    public void Stream_WithoutTrouble_SendsGrowingMessageNumbersInTheOrderOfTime()
    {
        var (pushes, _) = SampleFleet.Pushes(SampleFleet.Options with { Mode = PushMode.Mixed, TasksPercent = 2 }, Length);
        var envelopes = pushes.Select(static push => OpenedPush.Read(push).Envelope).ToList();

        Assert.All(envelopes.Zip(envelopes.Skip(1)), static pair => Assert.True(Number(pair.First.MsgId) < Number(pair.Second.MsgId)));
        Assert.All(envelopes.Zip(envelopes.Skip(1)), static pair => Assert.True(pair.First.CreatedAt <= pair.Second.CreatedAt));
        Assert.InRange(envelopes.Count(static envelope => envelope.IsEncrypted), envelopes.Count * 0.45, envelopes.Count * 0.55);
    }

    [Fact]
    public void Stream_LatePushes_LeaveAfterTheirDeviceHasReportedAgain()
    {
        var (pushes, tally) = SampleFleet.Pushes(SampleFleet.Options with { Mode = PushMode.Plain, LatePercent = 5 }, Length);

        Assert.InRange(OvertakenOf(pushes), tally.Late * 0.8, tally.Late);
    }

    [Fact]
    public void Stream_OutOfOrderPushes_LeaveRightAfterTheNextOne()
    {
        var (pushes, tally) = SampleFleet.Pushes(SampleFleet.Options with { Mode = PushMode.Plain, OutOfOrderPercent = 5 }, Length);

        Assert.InRange(OvertakenOf(pushes), tally.OutOfOrder * 0.85, tally.OutOfOrder);
    }

    [Fact]
    public void Stream_BrokenPushes_AreOfEveryKindAndCannotBeRead()
    {
        var (pushes, _) = SampleFleet.Pushes(Troubled, Length);
        var unreadable = pushes.Where(static push => push.Fault is PushFault.CutJson or PushFault.Garbage or PushFault.Undecryptable).ToList();

        Assert.Equal(Enum.GetValues<PushFault>().Length, pushes.DistinctBy(static push => push.Fault).Count());
        Assert.All(unreadable, static push => Assert.False(OpenedPush.TryRead(push.Body, out _)));
    }

    [Fact]
    public void Stream_UndecryptablePushes_HaveAnEnvelopeThatCanBeRead()
    {
        var (pushes, _) = SampleFleet.Pushes(Troubled, Length);

        Assert.All(
            pushes.Where(static push => push.Fault is PushFault.Undecryptable),
            static push => Assert.True(PushParser.TryReadEnvelope(push.Body, out var envelope, out _) && envelope.IsEncrypted));
    }

    /// <summary>How many pushes leave after one that their device made later.</summary>
    private static int OvertakenOf(IEnumerable<OutgoingPush> pushes)
    {
        var newest = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        var overtaken = 0;
        foreach (var push in pushes.Select(OpenedPush.Read).OfType<SensorPush>())
        {
            var at = push.Envelope.CreatedAt ?? default;
            var known = newest.GetValueOrDefault(push.Sn);
            overtaken += at < known ? 1 : 0;
            newest[push.Sn] = at > known ? at : known;
        }

        return overtaken;
    }

    private static double Percent(long count, PushTally tally) => 100.0 * count / tally.Reports;

    private static decimal Number(string? msgId) => decimal.Parse(msgId ?? string.Empty, CultureInfo.InvariantCulture);

    // Encrypted bodies hold random filler and differ from run to run; those of the wrong key are left out.
    private static string[] Bodies(IEnumerable<OutgoingPush> pushes) =>
        [.. pushes.Where(static push => push.Fault is not PushFault.Undecryptable).Select(static push => Encoding.Latin1.GetString(push.Body.Span))];
}
