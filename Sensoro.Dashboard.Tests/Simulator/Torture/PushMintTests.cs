using Sensoro.Domain.Protocol;
using Sensoro.Simulator.Torture.Sending;

namespace Sensoro.Dashboard.Tests.Simulator.Torture;

public sealed class PushMintTests
{
    private const int Seed = 7;
    private const long Start = 1_790_000_000_000;

    private readonly PushMint _mint = new(Seed, Start);

    [Fact]
    public void Make_SameNumberAgain_IsTheSamePushEvenWhenEncryptedAnew()
    {
        var again = new PushMint(Seed, Start);
        for (var number = 0L; number < 1_000; number++)
        {
            var (one, other) = (_mint.Make(number), again.Make(number));
            Assert.Equal((one.Identity, one.CreatedAt, one.TextHash), (other.Identity, other.CreatedAt, other.TextHash));
        }

        Assert.NotEqual(_mint.Make(6).Body.ToArray(), again.Make(6).Body.ToArray());
    }

    [Fact]
    public void Make_DifferentNumbers_AreDifferentPushes() =>
        Assert.Equal(10_000, Enumerable.Range(0, 10_000).Select(number => _mint.Make(number).Identity).Distinct().Count());

    [Fact]
    public void Make_LastOfFifty_ContradictsTheOneBeforeIt()
    {
        var (one, other) = (_mint.Make(98).Identity, _mint.Make(99).Identity);

        Assert.Equal((one.Source, one.MsgId), (other.Source, other.MsgId));
        Assert.NotEqual(one.ContentHash, other.ContentHash);
    }

    [Fact]
    public void Make_OneDevice_ReportsNoTwoValuesForOneMoment()
    {
        var sensors = Enumerable.Range(0, 20_000).Select(number => _mint.Make(number));

        Assert.All(sensors.GroupBy(static push => push.Identity.Source, StringComparer.Ordinal), static device => Assert.Distinct(device.Select(static push => push.CreatedAt)));
    }

    [Fact]
    public void Make_GoodPush_IsOneThatAProgramCanRead()
    {
        for (var number = 0L; number < 500; number++)
        {
            var push = _mint.Make(number);
            var isReadable = PushParser.TryReadEnvelope(push.Body, out var envelope, out _);
            Assert.Equal(push.Intent != PushIntent.Truncated, isReadable);
            Assert.Equal(isReadable ? push.Identity.MsgId : null, envelope?.MsgId);
        }
    }
}
