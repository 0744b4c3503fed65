using Sensoro.Dashboard.Storage;
using Sensoro.Dashboard.Tests.Projection;

namespace Sensoro.Dashboard.Tests.Storage;

/// <summary>What staff say a task was for.</summary>
public sealed class TaskLinksTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Link_OfATask_ShowsItsDeviceUntilItIsTakenBack()
    {
        await using var storage = Folding.NewStorage();
        storage.Fold(Messages.Sensor("A", "1"), Messages.Sensor("B", "2"), Messages.Task("7", "3", resultCode: 1), Messages.Task("8", "4"));
        var (links, tasks) = (storage.Get<TaskLinks>(), storage.Get<TaskQueries>());

        Assert.True(await links.LinkAsync("app", "7", "A", Cancelled));
        Assert.True(await links.LinkAsync("app", "7", "B", Cancelled));
        Assert.False(await links.LinkAsync("app", "7", "NOBODY", Cancelled));
        Assert.Equal("7", Assert.Single((await tasks.ListAsync(new TaskFilter { Sn = "B" }, 0, 10, Cancelled)).Items).TaskId);
        Assert.Equal(new TaskCounts(2, 1, 1), await tasks.CountAsync(Messages.Noon, Cancelled));

        await links.UnlinkAsync("app", "7", Cancelled);
        Assert.Equal(0, (await tasks.ListAsync(new TaskFilter { Sn = "B" }, 0, 10, Cancelled)).Total);
    }

    [Theory]
    [InlineData(TaskOutcome.Succeeded, "8")]
    [InlineData(TaskOutcome.Failed, "7")]
    [InlineData(TaskOutcome.NotLinked, "8")]
    public async Task List_ByOutcome_CutsTheTasks(TaskOutcome outcome, string expected)
    {
        await using var storage = Folding.NewStorage();
        storage.Fold(Messages.Sensor("A", "1"), Messages.Task("7", "3", resultCode: 1), Messages.Task("8", "4"));
        await storage.Get<TaskLinks>().LinkAsync("app", "7", "A", Cancelled);

        var found = await storage.Get<TaskQueries>().ListAsync(new TaskFilter { Outcome = outcome }, 0, 10, Cancelled);

        Assert.Equal(expected, Assert.Single(found.Items).TaskId);
    }
}
