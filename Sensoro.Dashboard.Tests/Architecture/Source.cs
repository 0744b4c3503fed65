using System.Text.RegularExpressions;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using Sensoro.Dashboard.Live;
using Sensoro.Domain.Protocol;

namespace Sensoro.Dashboard.Tests.Architecture;

/// <summary>The program as its compiled types depend on each other, read once.</summary>
internal static partial class Source
{
    public const string Dashboard = "Sensoro.Dashboard";

    private static readonly Lazy<ArchUnitNET.Domain.Architecture> Loaded = new(
        () => new ArchLoader().LoadAssemblies(typeof(LiveFeed).Assembly, typeof(Push).Assembly).Build());

    public static ArchUnitNET.Domain.Architecture Types => Loaded.Value;

    /// <summary>A namespace and everything below it, as a pattern.</summary>
    public static string Below(string @namespace) => $"^{Regex.Escape(@namespace)}(\\.|$)";

    /// <summary>The folder a type of the web application lies in; null for the root and for everything that is not ours.</summary>
    public static string? FolderOf(IType type) => Folder().Match(type.Namespace?.FullName ?? "") is { Success: true } match ? match.Groups["folder"].Value : null;

    /// <summary>Which folder uses which, itself apart.</summary>
    public static IReadOnlySet<(string From, string To)> FolderUses()
    {
        var uses = new HashSet<(string From, string To)>();
        foreach (var type in Types.Types)
        {
            // A type parameter lies nowhere; the library places the one of a generated method where it first met its like.
            foreach (var target in type.Dependencies.Select(dependency => dependency.Target).Where(target => target is not GenericParameter))
            {
                if (FolderOf(type) is { } from && FolderOf(target) is { } to && from != to)
                {
                    uses.Add((from, to));
                }
            }
        }

        return uses;
    }

    [GeneratedRegex(@"^Sensoro\.Dashboard\.(?<folder>\w+)(\.|$)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Folder();
}
