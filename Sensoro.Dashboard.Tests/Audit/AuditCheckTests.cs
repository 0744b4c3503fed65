using System.Globalization;
using Sensoro.Domain.Audit;

namespace Sensoro.Dashboard.Tests.Audit;

/// <summary>Whatever is done to a trail behind the program's back shows, and at the right place.</summary>
public sealed class AuditCheckTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Check_OfAnUntouchedTrail_FindsNothing() => Assert.Empty(Faults(Trail(20), Trail(20)[^1]));

    [Fact]
    public void Check_OfAnEmptyTrail_FindsNothing() => Assert.Empty(Faults([], null));

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(20)]
    public void Check_OfAnEditedEntry_NamesIt(int id)
    {
        var trail = Trail(20);
        trail[id - 1] = trail[id - 1] with { Entry = trail[id - 1].Entry with { Actor = "somebody else" } };

        Assert.Equal([new AuditFault(id, AuditFaultKind.Edited)], Faults(trail, trail[^1]));
    }

    [Fact]
    public void Check_OfAnEntryEditedWithANewHash_NamesTheOneThatFollows()
    {
        var trail = Trail(20);
        var entry = trail[6].Entry with { After = "another role" };
        trail[6] = trail[6] with { Entry = entry, Hash = AuditChain.Hash(entry, trail[6].Previous.Span) };

        Assert.Equal([new AuditFault(8, AuditFaultKind.Removed)], Faults(trail, trail[^1]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(19)]
    public void Check_OfARemovedEntry_NamesTheOneThatFollows(int id)
    {
        var trail = Trail(20);
        trail.RemoveAt(id - 1);

        Assert.Equal([new AuditFault(id + 1, AuditFaultKind.Removed)], Faults(trail, trail[^1]));
    }

    [Fact]
    public void Check_OfATrailWithoutItsEnd_SaysThatItIsCutOff()
    {
        var trail = Trail(20);
        var end = trail[^1];

        Assert.Equal([new AuditFault(20, AuditFaultKind.CutOff)], Faults(trail[..15], end));
    }

    [Fact]
    public void Check_OfTwoEntriesThatChangedPlaces_NamesWhereTheOrderBreaks()
    {
        var trail = Trail(20);
        (trail[6], trail[11]) = (trail[11] with { Id = 7 }, trail[6] with { Id = 12 });

        var faults = Faults(trail, trail[^1]);

        Assert.Equal([7L, 8L, 12L, 13L], faults.Select(static fault => fault.Id));
        Assert.All(faults, static fault => Assert.Equal(AuditFaultKind.Reordered, fault.Kind));
    }

    [Fact]
    public void Hash_OfTextsThatOnlyMoveTheirBorder_Differs()
    {
        var entry = Entry(1) with { Target = "ab", Before = "c", After = null };

        var hashes = new[] { entry, entry with { Target = "a", Before = "bc" }, entry with { Before = null, After = "c" }, entry with { Before = "c", After = "" } }
            .Select(static other => Convert.ToHexString(AuditChain.Hash(other, AuditChain.Beginning.Span)));

        Assert.Equal(4, hashes.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Actions_AllOfThem_AreReadBackFromTheirWords() => Assert.All(
        Enum.GetValues<AuditAction>(),
        static action => Assert.Equal((true, action), (AuditActions.TryParse(AuditActions.Text(action), out var read), read)));

    private static List<AuditFault> Faults(List<AuditLink> trail, AuditLink? end)
    {
        var check = new AuditCheck(hash => trail.Exists(link => link.Hash.Span.SequenceEqual(hash.Span)));
        var faults = trail.ConvertAll(check.Follow).OfType<AuditFault>().ToList();
        faults.AddRange(check.End(end?.Id ?? 0, end is null ? AuditChain.Beginning.Span : end.Hash.Span) is { } cut ? [cut] : []);
        return faults;
    }

    private static List<AuditLink> Trail(int count)
    {
        var trail = new List<AuditLink>();
        var previous = AuditChain.Beginning;
        for (var id = 1; id <= count; id++)
        {
            var hash = AuditChain.Hash(Entry(id), previous.Span);
            trail.Add(new AuditLink(id, Entry(id), previous, hash));
            previous = hash;
        }

        return trail;
    }

    private static AuditEntry Entry(int id) => new()
    {
        At = Noon.AddSeconds(id),
        Actor = "lin.wei",
        Action = AuditActions.Text(AuditAction.DeviceEdit),
        Target = id.ToString(CultureInfo.InvariantCulture),
        Before = "old",
        After = "new",
    };
}
