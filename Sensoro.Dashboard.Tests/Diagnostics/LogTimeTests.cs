using System.Globalization;
using System.Text.RegularExpressions;
using Sensoro.Dashboard.Tests.Integration;

namespace Sensoro.Dashboard.Tests.Diagnostics;

/// <summary>The console's log says when things were, wherever it is read.</summary>
public sealed partial class LogTimeTests
{
    [Fact]
    public async Task Line_OfTheConsole_BeginsWithItsTimeInUtc()
    {
        using var folder = new TemporaryFolder();
        var began = TimeProvider.System.GetUtcNow();
        await using var program = await DashboardProcess.StartAsync(new DashboardSettings(), folder.Path);
        var end = await program.StopAsync();

        var times = Entry().Matches(end.Output).Select(static match => DateTimeOffset.Parse(match.Groups["at"].Value, CultureInfo.InvariantCulture)).ToList();
        Assert.NotEmpty(times);
        Assert.All(times, at => Assert.InRange(at, began.AddSeconds(-1), TimeProvider.System.GetUtcNow()));
        Assert.Equal(Level().Count(end.Output), times.Count);
    }

    [GeneratedRegex(@"^(?<at>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) (info|warn|fail|crit): ", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Entry();

    [GeneratedRegex(@"\b(info|warn|fail|crit): \w+(\.\w+)*\[", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Level();
}
