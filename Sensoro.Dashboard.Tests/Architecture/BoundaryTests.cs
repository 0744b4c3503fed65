using System.Reflection;
using System.Runtime.InteropServices;
using ArchUnitNET.xUnitV3;
using Microsoft.EntityFrameworkCore;
using Sensoro.Dashboard.Live;
using Sensoro.Domain.Protocol;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace Sensoro.Dashboard.Tests.Architecture;

/// <summary>What must not cross a border, whatever the folders.</summary>
public sealed class BoundaryTests
{
    private const BindingFlags PublicMembers = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    [Fact]
    public void Domain_OnItsOwn_NeedsTheBaseClassLibraryOnly()
    {
        var references = typeof(Push).Assembly.GetReferencedAssemblies().Select(reference => reference.Name ?? "");

        Assert.All(references, name => Assert.True(File.Exists(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), name + ".dll")), $"{name} is not in the base class library."));
    }

    [Fact]
    public void Domain_OfTimeLogsAndFiles_KnowsNothing() =>
        Types().That().ResideInNamespaceMatching(Source.Below("Sensoro.Domain"))
            .Should().NotDependOnAny(Types(includeReferenced: true).That().HaveFullName("System.TimeProvider"))
            .AndShould().NotDependOnAny(Types(includeReferenced: true).That().HaveFullName("System.Diagnostics.Stopwatch"))
            .AndShould().NotDependOnAny(Types(includeReferenced: true).That().HaveFullName("System.IO.File"))
            .AndShould().NotDependOnAny(Types(includeReferenced: true).That().ResideInNamespaceMatching(@"^(Microsoft\.Extensions|Microsoft\.EntityFrameworkCore|System\.Net)"))
            .Check(Source.Types);

    [Fact]
    public void Domain_OfTheWebApplication_KnowsNothing() =>
        Types().That().ResideInNamespaceMatching(Source.Below("Sensoro.Domain"))
            .Should().NotDependOnAny(Types().That().ResideInNamespaceMatching(Source.Below(Source.Dashboard))).Check(Source.Types);

    [Fact]
    public void Queryable_OfAPublicMethodOfStorage_NeverLeavesIt()
    {
        var leaks = typeof(LiveFeed).Assembly.GetExportedTypes()
            .Where(type => type.Namespace?.StartsWith($"{Source.Dashboard}.Storage", StringComparison.Ordinal) == true && !type.IsAssignableTo(typeof(DbContext)))
            .SelectMany(type => type.GetMethods(PublicMembers))
            .Where(method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType).Any(MentionsQueryable))
            .Select(method => $"{method.DeclaringType?.Name}.{method.Name}");

        Assert.Empty(leaks);
    }

    [Fact]
    public void Queryable_OutsideStorage_IsNotUsed() =>
        Types().That().ResideInNamespaceMatching(Source.Below(Source.Dashboard)).And().DoNotResideInNamespaceMatching(Source.Below($"{Source.Dashboard}.Storage"))
            .Should().NotDependOnAny(Types(includeReferenced: true).That().HaveFullNameMatching(@"^System\.Linq\.(IQueryable|Queryable)")).Check(Source.Types);

    [Fact]
    public void MarkupString_InTheWholeProgram_IsNotUsed() =>
        Types().That().ResideInNamespaceMatching(Source.Below(Source.Dashboard))
            .Should().NotDependOnAny(Types(includeReferenced: true).That().HaveFullName("Microsoft.AspNetCore.Components.MarkupString")).Check(Source.Types);

    [Fact]
    public void PublicMember_OfAnyFolder_OffersNeitherMarkupNorConnectionsNorContexts()
    {
        string[] forbidden = ["MarkupString", "RenderFragment`1[MarkupString]", "SqliteConnection", "DbConnection"];
        var leaks = typeof(LiveFeed).Assembly.GetExportedTypes()
            .Where(type => type.Namespace?.StartsWith(Source.Dashboard, StringComparison.Ordinal) == true)
            .SelectMany(type => type.GetMethods(PublicMembers))
            .Where(method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType).Any(type => forbidden.Contains(type.Name, StringComparer.Ordinal)))
            .Select(method => $"{method.DeclaringType?.Name}.{method.Name}");

        Assert.Empty(leaks);
    }

    [Fact]
    public void Type_WithAVagueName_DoesNotExist()
    {
        string[] vague = ["Manager", "Helper", "Helpers", "Util", "Utils", "Processor", "Data", "Info", "Base"];
        var named = Source.Types.Types.Where(type => Source.FolderOf(type) is not null || type.Namespace?.FullName.StartsWith("Sensoro.Domain", StringComparison.Ordinal) == true)
            .Where(type => vague.Any(word => type.Name.EndsWith(word, StringComparison.Ordinal)))
            .Select(type => type.FullName);

        Assert.Empty(named);
    }

    private static bool MentionsQueryable(Type type) =>
        type.IsAssignableTo(typeof(IQueryable)) || (type.IsGenericType && type.GetGenericArguments().Any(MentionsQueryable));
}
