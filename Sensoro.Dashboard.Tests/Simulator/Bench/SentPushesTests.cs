using System.Globalization;
using Sensoro.Simulator.Bench.Audit;
using Sensoro.Simulator.Bench.Load;

namespace Sensoro.Dashboard.Tests.Simulator.Bench;

public sealed class SentPushesTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Compare_LogAsAcknowledged_IsClean(bool randomIds)
    {
        var sent = new SentPushes(randomIds);
        sent.Add(0, 5, []);
        sent.Add(8, 10, []);

        var audit = sent.Compare(Log(randomIds, 9, 0, 1, 2, 3, 4, 8));

        Assert.True(audit.IsClean);
        Assert.Equal((7, 7), (audit.Acknowledged, audit.Stored));
    }

    [Fact]
    public void Compare_PushWithoutAnswer_MayBeStoredOrNot()
    {
        var sent = new SentPushes(randomIds: false);
        sent.Add(0, 4, [1, 2]);

        Assert.True(sent.Compare(Log(false, 0, 3)).IsClean);
        Assert.True(sent.Compare(Log(false, 0, 1, 2, 3)).IsClean);
    }

    [Fact]
    public void Compare_WhatIsWrong_IsCountedByKind()
    {
        var sent = new SentPushes(randomIds: false);
        sent.Add(0, 4, [3]);

        var audit = sent.Compare([.. Log(false, 0, 1, 1, 7), null, "no number"]);

        Assert.Equal((3, 6, 1, 1, 3), (audit.Acknowledged, audit.Stored, audit.Missing, audit.Repeated, audit.Forged));
    }

    private static IEnumerable<string?> Log(bool randomIds, params long[] indices) =>
        indices.Select(index => PushNumbers.MsgId(index, randomIds).ToString(CultureInfo.InvariantCulture));
}
