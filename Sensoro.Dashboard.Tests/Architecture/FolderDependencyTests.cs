using ArchUnitNET.Fluent.Slices;
using ArchUnitNET.xUnitV3;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace Sensoro.Dashboard.Tests.Architecture;

/// <summary>The dependency table: which folder may use which, and what a folder must never touch.</summary>
public sealed class FolderDependencyTests
{
    /// <summary>Identity's users and their store are rows and reads like others: they know of no request.</summary>
    private const string Http = @"^Microsoft\.AspNetCore\.(?!Identity)";
    private const string Databases = @"^(Microsoft\.EntityFrameworkCore|Microsoft\.Data\.Sqlite|SQLitePCL|Npgsql)(\.|$)";

    public static TheoryData<FolderRule> Folders => [.. FolderRule.Table.Where(rule => Existing.Contains(rule.Folder))];

    private static HashSet<string> Existing { get; } =
        Source.Types.Types.Select(Source.FolderOf).OfType<string>().ToHashSet(StringComparer.Ordinal);

    [Fact]
    public void EveryFolder_ThatExists_HasALineInTheTable() =>
        Assert.Empty(Existing.Except(FolderRule.Table.Select(rule => rule.Folder), StringComparer.Ordinal));

    [Fact]
    public void Dependencies_ThatAreKnownToExist_AreSeen() =>
        Assert.Superset(new HashSet<(string, string)> { ("Webhook", "Ingestion"), ("Ingestion", "Storage"), ("Projection", "Live"), ("Hubs", "Live") }, Source.FolderUses().ToHashSet());

    [Theory]
    [MemberData(nameof(Folders))]
    public void Folder_OfTheTable_UsesOnlyWhatItMay(FolderRule rule)
    {
        var uses = Source.FolderUses().Where(use => use.From == rule.Folder).Select(use => use.To);

        Assert.Empty(uses.Except(rule.MayUse, StringComparer.Ordinal));
    }

    [Fact]
    public void Table_FollowedFromAnyFolder_NeverComesBack()
    {
        var rules = FolderRule.Table.ToDictionary(rule => rule.Folder, rule => rule.MayUse, StringComparer.Ordinal);

        Assert.All(FolderRule.Table, rule => Assert.DoesNotContain(rule.Folder, Reachable(rules, rule.MayUse), StringComparer.Ordinal));
    }

    [Fact]
    public void Folders_OfTheWebApplication_HaveNoCycle()
    {
        var uses = Source.FolderUses().ToLookup(use => use.From, use => use.To, StringComparer.Ordinal).ToDictionary(use => use.Key, use => use.ToArray(), StringComparer.Ordinal);

        Assert.All(uses, use => Assert.DoesNotContain(use.Key, Reachable(uses, use.Value), StringComparer.Ordinal));
    }

    [Fact]
    public void Folders_OfTheDomain_HaveNoCycle() =>
        SliceRuleDefinition.Slices().Matching("Sensoro.Domain.(*)").Should().BeFreeOfCycles().Check(Source.Types);

    [Theory]
    [InlineData("Storage")]
    [InlineData("Live")]
    [InlineData("Ingestion")]
    [InlineData("Projection")]
    public void Folder_BehindTheDoor_KnowsNothingOfHttp(string folder) =>
        Types().That().ResideInNamespaceMatching(Source.Below($"{Source.Dashboard}.{folder}"))
            .Should().NotDependOnAny(Types(includeReferenced: true).That().ResideInNamespaceMatching(Http)).Check(Source.Types);

    [Theory]
    [InlineData("Diagnostics")]
    [InlineData("Live")]
    [InlineData("Ingestion")]
    [InlineData("Projection")]
    [InlineData("Webhook")]
    [InlineData("Quarantine")]
    [InlineData("Hubs")]
    [InlineData("Export")]
    [InlineData("Import")]
    [InlineData("Backup")]
    [InlineData("Api")]
    [InlineData("Security")]
    [InlineData("Headers")]
    [InlineData("Admission")]
    [InlineData("Limits")]
    [InlineData("TestPushes")]
    [InlineData("Components")]
    public void Folder_OutsideStorage_KnowsNothingOfTheDatabase(string folder) =>
        Types().That().ResideInNamespaceMatching(Source.Below($"{Source.Dashboard}.{folder}"))
            .Should().NotDependOnAny(Types(includeReferenced: true).That().ResideInNamespaceMatching(Databases))
            .AndShould().NotDependOnAny(Types().That().ResideInNamespaceMatching(Source.Below(Source.Dashboard)).And().HaveNameEndingWith("DbContext"))
            .AndShould().NotDependOnAny(Types().That().ResideInNamespaceMatching(Source.Below($"{Source.Dashboard}.Storage.Sqlite")))
            .WithoutRequiringPositiveResults().Check(Source.Types);

    [Fact]
    public void Ingestion_OfStorage_KnowsTheLogAlone() =>
        Types().That().ResideInNamespaceMatching(Source.Below($"{Source.Dashboard}.Ingestion"))
            .Should().NotDependOnAny(Types().That().ResideInNamespaceMatching(Source.Below($"{Source.Dashboard}.Storage"))
                .And().DoNotHaveName("MessageLog").And().DoNotHaveName("StorageException")).Check(Source.Types);

    [Fact]
    public void Components_OfTheBrowserAndTheKeys_KnowNothing() =>
        Types().That().ResideInNamespaceMatching(Source.Below($"{Source.Dashboard}.Components"))
            .Should().NotDependOnAny(Types(includeReferenced: true).That().ResideInNamespaceMatching(@"^(Microsoft\.AspNetCore\.SignalR|System\.Security\.Cryptography)"))
            .WithoutRequiringPositiveResults().Check(Source.Types);

    [Fact]
    public void Components_OfSecretsThatAreStored_KnowNothing() =>
        Types().That().ResideInNamespaceMatching(Source.Below($"{Source.Dashboard}.Components"))
            .Should().NotDependOnAny(Types().That().HaveFullNameMatching(@"^Sensoro\.Dashboard\.Security\.(ApplicationSecrets|KeptApplication|StoredApplication|ApplicationSeal|SecondStep\.(SecondStepSecrets|SecondStepSeal|SecondStepStore|HalfWayTicket))$")).Check(Source.Types);

    private static HashSet<string> Reachable(Dictionary<string, string[]> uses, IEnumerable<string> from)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>(from);
        while (open.TryDequeue(out var folder))
        {
            if (reached.Add(folder))
            {
                Array.ForEach(uses.GetValueOrDefault(folder) ?? [], open.Enqueue);
            }
        }

        return reached;
    }
}
