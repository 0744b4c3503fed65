using Sensoro.Dashboard.Components.Tasks;
using Sensoro.Dashboard.Storage;
using Sensoro.Domain.Tasks;

namespace Sensoro.Dashboard.Tests.Components.Tasks;

public sealed class TasksStateTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Refresh_WithNewResults_PutsThemAboveTheOldOnes()
    {
        var state = Shown(total: 60, 30, 20, 10);

        state.Refresh(Page(61, 40, 30));

        Assert.Equal([40, 30, 20, 10], Ids(state));
        Assert.Equal(61, state.Total);
    }

    [Fact]
    public void Refresh_AcrossAHole_StartsOver()
    {
        var state = Shown(total: 60, 30, 20);

        state.Refresh(Page(100, 90, 80));

        Assert.Equal([90, 80], Ids(state));
    }

    [Fact]
    public void Refresh_WithAllThereIs_DropsWhatIsNotListedAnyMore()
    {
        var state = Shown(total: 3, 30, 20, 10);

        state.Refresh(Page(2, 30, 10));

        Assert.Equal([30, 10], Ids(state));
    }

    [Fact]
    public void Append_AfterResultsHaveSlippedDown_ShowsNoneTwice()
    {
        var state = Shown(total: 6, 30, 20, 10);

        state.Append(Page(7, 20, 10, 9, 8));

        Assert.Equal([30, 20, 10, 9, 8], Ids(state));
    }

    [Fact]
    public void Rows_WhateverIsRead_StayBounded()
    {
        var state = new TasksState();
        state.Show(Page(5_000, [.. Enumerable.Range(0, TasksState.MostRows).Select(i => 10_000L - i)]));

        state.Append(Page(5_000, [.. Enumerable.Range(0, 50).Select(i => 5_000L - i)]));
        state.Refresh(Page(5_001, 10_001, 10_000));

        Assert.Equal(TasksState.MostRows, state.Rows.Count);
        Assert.Equal(10_001, state.Rows[0].MessageId);
        Assert.False(state.HasMore);
        Assert.True(state.IsFull);
    }

    [Fact]
    public void Link_OfATask_NamesTheDeviceOnEveryResultOfIt()
    {
        var state = new TasksState();
        state.Show(new Page<TaskResult>([Result(3, "77"), Result(2, "77", "other application"), Result(1, "77")], 3));
        state.ShowBeside(new TaskCounts(3, 0, 3), state.Rows);

        state.Link(state.Rows[0], "SN-1", "Bay 3");

        Assert.Equal(["SN-1", null, "SN-1"], state.Rows.Select(result => result.Sn), StringComparer.Ordinal);
        Assert.Equal("other application", Assert.Single(state.Unlinked).AppId);
    }

    [Fact]
    public void Link_TakenAway_LeavesTheTaskWithoutADevice()
    {
        var state = new TasksState();
        state.Show(new Page<TaskResult>([Result(1, "77") with { Sn = "SN-1", DeviceName = "Bay 3" }], 1));

        state.Link(state.Rows[0], null, null);

        Assert.Equal((null, null), (state.Rows[0].Sn, state.Rows[0].DeviceName));
    }

    [Fact]
    public void Move_ByRows_StopsAtTheEnds()
    {
        var state = Shown(total: 2, 20, 10);

        Assert.Equal([20, 10, null, 20], new[] { 1, 1, 1, -1 }.Select(step => state.Move(step)?.MessageId));
    }

    [Fact]
    public void NextUnlinked_AfterTheLast_IsNone()
    {
        var state = new TasksState();
        state.ShowBeside(new TaskCounts(2, 0, 2), [Result(2, "b"), Result(1, "a")]);

        Assert.Equal("a", state.NextUnlinked(state.Unlinked[0])?.TaskId);
        Assert.Null(state.NextUnlinked(state.Unlinked[1]));
    }

    private static TasksState Shown(int total, params long[] ids)
    {
        var state = new TasksState();
        state.Show(Page(total, ids));
        return state;
    }

    private static IEnumerable<long> Ids(TasksState state) => state.Rows.Select(result => result.MessageId);

    private static Page<TaskResult> Page(int total, params long[] ids) => new([.. ids.Select(id => Result(id, $"{id}"))], total);

    private static TaskResult Result(long id, string taskId, string appId = "app") => new() { MessageId = id, AppId = appId, TaskId = taskId, Success = true, ReceivedAt = Noon };
}
