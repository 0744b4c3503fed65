using Sensoro.Dashboard.Components.Messages;
using Sensoro.Dashboard.Live;
using Sensoro.Domain.Protocol;

namespace Sensoro.Dashboard.Tests.Components.Messages;

public sealed class LedgerStateTests
{
    private readonly LedgerState _state = new();

    [Fact]
    public void Apply_NewLines_StandAtTheTopNewestFirst()
    {
        Load(Line.Down(3, 1));

        Assert.True(_state.Apply(Line.Update(Line.Of(4), Line.Of(5))));

        Assert.Equal([5L, 4, 3, 2, 1], Ids());
    }

    [Fact]
    public void Apply_LinesThatAreShownAlready_ChangesNothing()
    {
        Load(Line.Down(3, 1));

        Assert.False(_state.Apply(Line.Update(Line.Of(2), Line.Of(3))));

        Assert.Equal([3L, 2, 1], Ids());
    }

    [Fact]
    public void Apply_WhileLoading_IsMergedByIdAfterwards()
    {
        _state.BeginLoad(LedgerScope.Everything);
        _state.Apply(Line.Update(Line.Of(3), Line.Of(4)));

        _state.Load(new LedgerPage(Line.Down(3, 1), null));

        Assert.Equal([4L, 3, 2, 1], Ids());
    }

    [Fact]
    public void Apply_OtherKind_IsNotShown()
    {
        var scope = new LedgerScope(new LedgerQuery("", PushKind.Task, null), []);
        _state.BeginLoad(scope);
        _state.Load(new LedgerPage([], null));

        _state.Apply(Line.Update(Line.Of(1), Line.Of(2, kind: PushKind.Task)));

        Assert.Equal([2L], Ids());
    }

    [Fact]
    public void Apply_MoreThanTheWindowHolds_DropsTheOldestAndOffersThemAsOlder()
    {
        Load([.. Line.Down(500, 1)]);

        _state.Apply(Line.Update([.. Enumerable.Range(501, 100).Select(id => Line.Of(id))]));

        Assert.Equal(LedgerState.MaxRows, _state.Rows.Count);
        Assert.Equal(600, _state.Rows[0].Id);
        Assert.Equal(101, _state.NextBefore);
    }

    [Fact]
    public void Apply_FirstPushOfADevice_IsMarkedOnce()
    {
        Load();
        var device = Overview.Sample.Fine("NEW", 2);

        _state.Apply(Line.Update(Line.Of(1, "OLD"), Line.Of(2, "NEW"), Line.Of(3, "NEW")) with { Devices = [new DeviceChange(device, [], IsNew: true)] });

        Assert.Equal([2L], _state.Rows.Where(row => row.IsNewDevice).Select(row => row.Id));
    }

    [Fact]
    public void Pause_NewsArrives_CountsItAndStandsStill()
    {
        Load(Line.Down(3, 1));
        _state.Pause();

        _state.Apply(Line.Update(Line.Of(4), Line.Of(5)) with { SkippedMessages = 10 });

        Assert.Equal([3L, 2, 1], Ids());
        Assert.Equal(12, _state.Waiting);
    }

    [Fact]
    public void BeginLoad_AfterAPause_GoesOn()
    {
        Load(Line.Down(3, 1));
        _state.Pause();
        _state.Apply(Line.Update(Line.Of(4)));

        Load(Line.Down(4, 1));

        Assert.False(_state.IsPaused);
        Assert.Equal(0, _state.Waiting);
        Assert.Equal([4L, 3, 2, 1], Ids());
    }

    [Fact]
    public void BeginLoad_AnotherQuestion_ForgetsTheOldLines()
    {
        Load(Line.Down(3, 1));

        _state.BeginLoad(new LedgerScope(new LedgerQuery("x", null, null), []));

        Assert.False(_state.IsLoaded);
        Assert.Empty(_state.Rows);
    }

    [Fact]
    public void AddOlder_Lines_AreAppendedAndTheWindowStandsStill()
    {
        Load(new LedgerPage(Line.Down(9, 7), NextBefore: 7));

        _state.AddOlder(new LedgerPage(Line.Down(6, 5), NextBefore: 5));

        Assert.Equal([9L, 8, 7, 6, 5], Ids());
        Assert.True(_state.IsPaused);
        Assert.Equal(5, _state.NextBefore);
    }

    [Fact]
    public void AddOlder_BeyondTheWindow_LetsTheNewestGo()
    {
        Load(new LedgerPage(Line.Down(1_000, 501), NextBefore: 501));

        _state.AddOlder(new LedgerPage(Line.Down(500, 401), NextBefore: 401));

        Assert.Equal(LedgerState.MaxRows, _state.Rows.Count);
        Assert.Equal((900, 401), (_state.Rows[0].Id, _state.Rows[^1].Id));
    }

    [Fact]
    public void Apply_FeedLeftLinesOut_AsksForThemAgain()
    {
        Load(Line.Down(3, 1));

        _state.Apply(Line.Update(Line.Of(40)) with { SkippedMessages = 36 });

        Assert.True(_state.HasGap);
    }

    [Fact]
    public void Refresh_SecondDelivery_ShowsInTheLine()
    {
        Load(Line.Down(3, 1));

        Assert.True(_state.Refresh([Line.Of(2) with { Deliveries = 2 }]));
        Assert.False(_state.Refresh([Line.Of(2) with { Deliveries = 2 }]));

        Assert.Equal(2, _state.Rows[1].Entry.Deliveries);
    }

    [Fact]
    public void Neighbour_Walk_EndsAtBothEnds()
    {
        Load(Line.Down(3, 1));

        Assert.Equal(3, _state.Neighbour(null, 1));
        Assert.Equal(2, _state.Neighbour(3, 1));
        Assert.Equal(3, _state.Neighbour(2, -1));
        Assert.Null(_state.Neighbour(3, -1));
        Assert.Null(_state.Neighbour(1, 1));
    }

    private void Load(params Sensoro.Domain.Ledger.LedgerEntry[] entries) => Load(new LedgerPage(entries, null));

    private void Load(LedgerPage page)
    {
        _state.BeginLoad(LedgerScope.Everything);
        _state.Load(page);
    }

    private IEnumerable<long> Ids() => _state.Rows.Select(row => row.Id);
}
