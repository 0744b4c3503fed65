using System.Reflection;
using Microsoft.AspNetCore.Components;
using Sensoro.Dashboard.Access;
using Sensoro.Dashboard.Live;
using Sensoro.Dashboard.Tests.Integration;

namespace Sensoro.Dashboard.Tests.Security;

/// <summary>Commands ask for the role of whoever acts, whatever a page has offered.</summary>
public sealed class CommandAccessTests(DashboardFactory dashboard) : IClassFixture<DashboardFactory>
{
    /// <summary>What pages are given and what changes nothing that others see.</summary>
    private static readonly string[] Harmless =
    [
        "Queries", "Reader", "Options", "Status", "Provider", "Feed", "NavigationManager", "Localizer", "Logger", "Runtime", "Service", "Environment", "Traffic",
        "Lag", "Losses", "Memory", "Offer", "Search", "Visitor", "Roster", "Snackbar", "Registry", "Fields",
    ];

    public static TheoryData<string> Commands => [.. GuardedCommand.All.Where(static command => command.RunsAlways).Select(static command => command.Name)];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Command_OfSomebodyWithoutTheRole_IsDenied(string name)
    {
        var command = GuardedCommand.All.Single(command => command.Name == name);
        foreach (var role in new Role?[] { null, Role.Viewer, Role.Operator, Role.Administrator })
        {
            Acting.As(new Actor("somebody", "somebody", () => role));

            var denied = await Record.ExceptionAsync(() => command.Run(dashboard.Services, Cancelled)) as AccessDeniedException;

            Assert.True(denied is null == role >= command.Needed, $"{name} as {role?.ToString() ?? "nobody"}: {(denied is null ? "allowed" : "denied")}");
        }
    }

    [Fact]
    public async Task Command_OfTheProgramItself_IsAllowed()
    {
        var command = GuardedCommand.All.Single(static command => command.Name == "TaskLinks.UnlinkAsync");

        Assert.Null(await Record.ExceptionAsync(() => command.Run(dashboard.Services, Cancelled)));
    }

    /// <summary>Whoever gives a page something new says here whether it asks for a role or only reads.</summary>
    [Fact]
    public void Service_ThatAPageIsGiven_AsksForARoleOrOnlyReads()
    {
        var guarded = GuardedCommand.All.Select(static command => command.Owner.Name).ToHashSet(StringComparer.Ordinal);
        string[] decided = [.. guarded, .. OwnWay.Keys];
        var given = typeof(LiveFeed).Assembly.GetTypes().Where(static type => type.IsAssignableTo(typeof(IComponent)))
            .SelectMany(static type => type.GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance))
            .Where(static property => property.GetCustomAttribute<InjectAttribute>() is not null)
            .Select(static property => property.PropertyType.Name.Split('`')[0]).Distinct(StringComparer.Ordinal);

        Assert.DoesNotContain(given, name => !decided.Contains(name, StringComparer.Ordinal) && !Array.Exists(Harmless, ending => name.EndsWith(ending, StringComparison.Ordinal)));
    }

    /// <summary>What pages are given that is decided elsewhere, with the place.</summary>
    private static readonly Dictionary<string, string> OwnWay = new(StringComparer.Ordinal)
    {
        ["SignInDesk"] = "for everybody: it asks for a password",
        ["LastTry"] = "for everybody: says what came of their own try to sign in",
        ["Sessions"] = "lists the own sessions; SessionBook ends them",
        ["SecondStepDesk"] = "for everybody whose password was right: it asks for a code",
        ["OpenIdDesk"] = "for everybody: the provider asks who they are",
        ["SetUpDesk"] = "for everybody: it asks for the set-up code",
        ["MessageLog"] = "the banner of the demo reads how much there is",
        ["LabelChange"] = "by DeviceEdits",
        ["ViewChange"] = "by SavedViews",
        ["DeviceImport"] = "only plans; DeviceEdits makes the changes",
    };
}
