using System.Net;
using Sensoro.Dashboard.Access;
using Sensoro.Dashboard.Tests.Integration;

namespace Sensoro.Dashboard.Tests.Security;

/// <summary>The administrator that a configuration names.</summary>
public sealed class UnattendedSetUpTests
{
    private const int WrongConfiguration = 78;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Start_WithAPasswordFile_MakesTheAdministratorOnceAlone()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("password");
        await File.WriteAllTextAsync(file, DashboardSettings.Password + "\nnot this line\n", Cancelled);
        await using (var first = new DashboardFactory(Settings(folder, file)))
        {
            using var page = await first.Client.GetAsync(new Uri("/users", UriKind.Relative), Cancelled);
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
            await first.AddUserAsync("second", Role.Administrator);
        }

        // The file may go, and another name makes nobody.
        File.Delete(file);
        await using var later = new DashboardFactory(Settings(folder, file) with { Values = Values(file, "somebody.else") });

        using var still = await later.Client.GetAsync(new Uri("/users", UriKind.Relative), Cancelled);
        Assert.Equal(HttpStatusCode.OK, still.StatusCode);
        Assert.DoesNotContain(later.Roster.All, static user => user.Name == "somebody.else");
    }

    [Theory]
    [InlineData(null, "SetUp:PasswordFile cannot be read")]
    [InlineData("password1234", "SetUp:PasswordFile: the first line is a well-known word")]
    [InlineData("", "SetUp:PasswordFile: the first line is too short")]
    public async Task Start_WithAFileThatHoldsNoPassword_SaysSoInOneLine(string? content, string expected)
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("password");
        if (content is not null)
        {
            await File.WriteAllTextAsync(file, content, Cancelled);
        }

        var end = await DashboardProcess.RunToEndAsync(Settings(folder, file), folder.File("data"));

        Assert.Equal(WrongConfiguration, end.ExitCode);
        Assert.StartsWith("Configuration: " + expected, Assert.Single(end.Errors), StringComparison.Ordinal);
    }

    private static DashboardSettings Settings(TemporaryFolder folder, string file) =>
        new() { IsSetUp = false, DataDirectory = folder.File("data"), Values = Values(file, DashboardSettings.Administrator) };

    private static Dictionary<string, string> Values(string file, string name) => new(StringComparer.Ordinal) { ["SetUp:UserName"] = name, ["SetUp:PasswordFile"] = file };
}
