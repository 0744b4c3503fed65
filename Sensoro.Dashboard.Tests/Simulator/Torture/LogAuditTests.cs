using Sensoro.Simulator.Torture.Audit;
using Sensoro.Simulator.Torture.Sending;

namespace Sensoro.Dashboard.Tests.Simulator.Torture;

/// <summary>The rule by which every run is judged, clause by clause.</summary>
public sealed class LogAuditTests
{
    private readonly PushMint _mint = new(1, 1_790_000_000_000);
    private readonly History _history = new();

    [Fact]
    public void Check_EachAcknowledgedPushOnce_IsClean()
    {
        Send(10, 200);
        Send(11, 200, 200);
        Send(51, 401);
        Send(98, 200);
        Send(99, 200);

        Assert.Empty(Check(Row(1, 10), Row(2, 11, deliveries: 2), Row(3, 98, isConflict: true), Row(4, 99, isConflict: true)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(503)]
    public void Check_PushWithoutAnAcknowledgement_MayBeStoredOnceOrNot(int status)
    {
        Send(10, status, status);

        Assert.Empty(Check());
        Assert.Empty(Check(Row(1, 10)));
        Assert.Equal(Rule.DoubledUnacknowledged, Check(Row(1, 10), Row(2, 10)));
    }

    [Fact]
    public void Check_AcknowledgedPush_MustBeThereOnceWithItsContent()
    {
        Send(10, 503, 200);

        Assert.Equal(Rule.Missing, Check());
        Assert.Equal(Rule.Doubled, Check(Row(1, 10), Row(2, 10)));
        Assert.Equal($"{Rule.Missing}, {Rule.Unknown}", Check(new StoredMessage(1, _mint.Make(10).Identity with { ContentHash = 5 }, 1, IsConflict: false)));
    }

    [Fact]
    public void Check_RefusedPush_MustNotBeThere()
    {
        Send(10, 401, 413);
        Send(51, 0);

        Assert.Empty(Check());
        Assert.Equal(Rule.Refused, Check(Row(1, 10)));
        Assert.Equal(Rule.Refused, Check(Row(1, 51)));
    }

    [Fact]
    public void Check_ForgedPushAcknowledged_IsFound()
    {
        Send(51, 200);

        Assert.Equal(Rule.Accepted, Check());
    }

    [Fact]
    public void Check_RowThatNobodySent_IsFound() => Assert.Equal(Rule.Unknown, Check(Row(1, 10)));

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Check_DeliveriesOutsideWhatWasSentAndAcknowledged_AreFound(int deliveries)
    {
        Send(10, 200, 200, 0);

        Assert.Equal(Rule.Deliveries, Check(Row(1, 10, deliveries)));
    }

    [Fact]
    public void Check_ConflictNotMarked_IsFound()
    {
        Send(98, 200);
        Send(99, 200);

        Assert.Equal(Rule.Conflict, Check(Row(1, 98), Row(2, 99, isConflict: true)));
    }

    [Fact]
    public void Check_IdsAgainstTheOrderOfAcknowledgements_AreFound()
    {
        Send(11, 200);
        Send(10, 200);

        Assert.Empty(Check(Row(1, 11), Row(2, 10)));
        Assert.Equal(Rule.Order, Check(Row(1, 10), Row(2, 11)));
        Assert.Equal(Rule.Order, Check(Row(1, 11), Row(3, 10)));
    }

    [Fact]
    public void Check_RowThatWasSeenBefore_MustStay()
    {
        Send(10, 0);
        Send(11, 0);
        var violations = new Violations();

        new LogAudit(_history, [Row(1, 11)], violations).Check([Row(1, 10)]);

        Assert.Equal(1, violations.Count(Rule.Moved));
    }

    private void Send(long number, params int[] statuses)
    {
        foreach (var status in statuses)
        {
            _history.Read($"{HistoryLine.Of(_mint.Make(number))}\n{HistoryLine.Of(number, status)}\n");
        }
    }

    private StoredMessage Row(long id, long number, int deliveries = 1, bool isConflict = false) => new(id, _mint.Make(number).Identity, deliveries, isConflict);

    /// <summary>The rules that were found broken, with commas between them.</summary>
    private string Check(params StoredMessage[] rows)
    {
        var violations = new Violations();
        new LogAudit(_history, rows, violations).Check([]);
        return string.Join(", ", violations.Lines().Select(static line => line[..line.IndexOf(':', StringComparison.Ordinal)]));
    }
}
