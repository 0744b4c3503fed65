using Sensoro.Dashboard.Components.Tasks;
using Sensoro.Dashboard.Storage;

namespace Sensoro.Dashboard.Tests.Components.Tasks;

public sealed class TaskListFilterTests
{
    public static TheoryData<TaskListFilter> Filters =>
    [
        new TaskListFilter(),
        new TaskListFilter { Search = "88120457" },
        new TaskListFilter { Outcome = TaskOutcome.Failed },
        new TaskListFilter { Search = "a b", Outcome = TaskOutcome.NotLinked },
        new TaskListFilter { Outcome = TaskOutcome.Succeeded },
    ];

    [Theory]
    [MemberData(nameof(Filters))]
    public void Read_OfWhatWasWritten_IsTheSameFilter(TaskListFilter filter)
    {
        var address = filter.Write();

        Assert.Equal(filter, TaskListFilter.Read((string?)address["q"], (string?)address["result"]));
    }

    [Fact]
    public void Read_OfNonsense_ListsEverything() => Assert.Equal(new TaskListFilter(), TaskListFilter.Read(" ", "perhaps"));

    [Fact]
    public void Read_OfAnEndlessSearch_ShortensIt() => Assert.Equal(TaskListFilter.LongestSearch, TaskListFilter.Read(new string('8', 5_000), null).Search.Length);
}
