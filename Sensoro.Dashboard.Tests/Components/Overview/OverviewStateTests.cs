using Sensoro.Dashboard.Components.Overview;
using Sensoro.Domain.Devices;
using static Sensoro.Dashboard.Tests.Components.Overview.Sample;

namespace Sensoro.Dashboard.Tests.Components.Overview;

public sealed class OverviewStateTests
{
    private readonly OverviewState _state = new();

    [Fact]
    public void Load_AlarmsAndMalfunctions_ShowsTheWorstFirstAndAmongThemTheNewest()
    {
        Load(Tampered("T1", 1, minutesAgo: 1), Smoke("OLD", 2, minutesAgo: 9), Smoke("NEW", 3, minutesAgo: 2));

        Assert.Equal(["NEW", "OLD", "T1"], _state.Attention.Select(row => row.Sn), StringComparer.Ordinal);
        Assert.Equal(Noon.AddMinutes(-2), _state.Attention[0].Since);
    }

    [Fact]
    public void Load_MoreAlarmsThanRows_ShowsTheNewestEight()
    {
        Load([.. Enumerable.Range(1, 20).Select(i => Smoke($"S{i:00}", i, minutesAgo: i))]);

        Assert.Equal(8, _state.Attention.Count);
        Assert.Equal("S01", _state.Attention[0].Sn);
    }

    [Fact]
    public void Apply_NewAlarm_StandsInTheListAtOnce()
    {
        Load(Fine("A", 1));

        _state.Apply(Update(Smoke("A", 2, minutesAgo: 0)), Noon);

        Assert.Equal("A", Assert.Single(_state.Attention).Sn);
    }

    [Fact]
    public void Apply_AlarmIsOver_LeavesTheList()
    {
        Load(Smoke("A", 1, minutesAgo: 5));

        _state.Apply(Update(Fine("A", 2)), Noon);

        Assert.Empty(_state.Attention);
    }

    [Fact]
    public void Load_ReadBeforeTheNews_KeepsTheNews()
    {
        _state.BeginLoad();
        _state.Apply(Update(Fine("A", 7)), Noon);

        _state.Load(Snapshot(null, Smoke("A", 5, minutesAgo: 1)), Noon);

        Assert.Empty(_state.Attention);
    }

    [Fact]
    public void Load_ReadAfterTheNews_KeepsTheRead()
    {
        _state.BeginLoad();
        _state.Apply(Update(Fine("A", 7)), Noon);

        _state.Load(Snapshot(null, Smoke("A", 8, minutesAgo: 0)), Noon);

        Assert.Single(_state.Attention);
    }

    [Fact]
    public void Apply_SilentDeviceReports_LeavesTheList()
    {
        Load(Silent("A", 1, minutesAgo: 40), Silent("B", 2, minutesAgo: 20));
        Assert.Equal([DeviceStatus.Lost, DeviceStatus.Late], _state.Silent.Select(row => row.Status));

        _state.Apply(Update(Fine("A", 3)), Noon);

        Assert.Equal("B", Assert.Single(_state.Silent).Sn);
    }

    [Fact]
    public void Apply_TimePasses_TurnsLateIntoLost()
    {
        Load(Silent("A", 1, minutesAgo: 20));

        _state.Apply(Update(), Noon.AddMinutes(11));

        Assert.Equal(DeviceStatus.Lost, Assert.Single(_state.Silent).Status);
    }

    [Fact]
    public void Load_ManyLostDevices_StillShowsTwoLateOnes()
    {
        var lost = Enumerable.Range(1, 20).Select(i => Silent($"L{i:00}", i, minutesAgo: 60));
        Load([.. lost, Silent("Y", 30, minutesAgo: 20), Silent("Z", 31, minutesAgo: 20), .. Enumerable.Range(1, 8).Select(i => Smoke($"S{i}", 40 + i, 1))]);

        Assert.Equal(["L01", "L02", "L03", "Y", "Z"], _state.Silent.Select(row => row.Sn), StringComparer.Ordinal);
    }

    [Fact]
    public void Load_FewAlarms_LeavesTheirRoomToTheSilentOnes()
    {
        Load([.. Enumerable.Range(1, 20).Select(i => Silent($"L{i:00}", i, minutesAgo: 60))]);

        Assert.Equal(13, _state.Silent.Count);
    }

    [Fact]
    public void Apply_SameAlarmReportedAgain_KeepsTheSameList()
    {
        Load(Smoke("A", 1, minutesAgo: 5));
        var before = _state.Attention;

        _state.Apply(Update(Smoke("A", 2, minutesAgo: 5)), Noon);

        Assert.Same(before, _state.Attention);
    }

    [Fact]
    public void Apply_WhilePaused_LeavesThePushesStanding()
    {
        Load(Fine("A", 1));
        _state.Pause(paused: true);
        _state.Apply(Update(Fine("B", 2)), Noon);
        Assert.Equal([1L], _state.Pushes.Select(push => push.MessageId));

        _state.Pause(paused: false);

        Assert.Equal([2L, 1L], _state.Pushes.Select(push => push.MessageId));
    }

    [Fact]
    public void Apply_ManyPushes_ShowsTheNewestNine()
    {
        Load();

        _state.Apply(Update([.. Enumerable.Range(1, 50).Select(i => Fine($"D{i}", i))]), Noon);

        Assert.Equal(Enumerable.Range(0, 9).Select(i => 50L - i), _state.Pushes.Select(push => push.MessageId));
    }

    [Fact]
    public void IsEmpty_UntilTheFirstDeviceReports_IsTrue()
    {
        Assert.False(_state.IsEmpty);
        Load();
        Assert.True(_state.IsEmpty);

        _state.Apply(Update(Fine("A", 1)), Noon);

        Assert.False(_state.IsEmpty);
    }

    [Fact]
    public void IsBehind_CountsKnowOfAnotherLateDevice_IsTrue()
    {
        _state.Load(Snapshot(Counts(lost: 1), Silent("A", 1, minutesAgo: 40)), Noon);
        Assert.False(_state.IsBehind);

        _state.Apply(Update() with { Counts = Counts(lost: 1, late: 1) }, Noon);

        Assert.True(_state.IsBehind);
    }

    [Fact]
    public void Fail_AfterALoad_KeepsWhatWasKnown()
    {
        Load(Smoke("A", 1, minutesAgo: 5));
        _state.BeginLoad();

        _state.Fail();

        Assert.True(_state.HasFailed);
        Assert.Single(_state.Attention);
    }

    private void Load(params DeviceSnapshot[] devices) => _state.Load(Snapshot(null, devices), Noon);
}
