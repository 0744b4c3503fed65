using FsCheck.Xunit;
using Sensoro.Dashboard.Storage.Sqlite;

namespace Sensoro.Dashboard.Tests.Storage;

/// <summary>The memory in front of the identity index may know too little, never too much.</summary>
public sealed class RecentMsgIdsTests
{
    [Property]
    public bool IsNew_OfANumberThatWasStored_IsNeverTrue(byte[] stored, byte[] numbers)
    {
        var recent = new RecentMsgIds(capacity: 3, highest: stored.Length > 0 ? stored.Max() : -1);
        var all = stored.Select(number => (long)number).ToHashSet();
        foreach (var number in numbers)
        {
            if (all.Contains(number) && recent.IsNew(number))
            {
                return false;
            }

            all.Add(number);
            recent.Add(number, all.Count);
        }

        return true;
    }

    [Fact]
    public void IsNew_OfGrowingNumbersOutOfStep_IsTrueOnceForEach()
    {
        var recent = new RecentMsgIds(capacity: 8, highest: 99);

        foreach (var number in Enumerable.Range(100, 100).Select(i => (long)(i ^ 3)))
        {
            Assert.True(recent.IsNew(number));
            recent.Add(number, number);
            Assert.False(recent.IsNew(number));
            Assert.True(recent.TryFind(number, out var id) && id == number);
        }

        Assert.False(recent.TryFind(103, out _));
        Assert.False(recent.IsNew(103));
    }
}
