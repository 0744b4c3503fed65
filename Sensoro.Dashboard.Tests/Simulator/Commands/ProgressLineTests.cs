using Microsoft.Extensions.Time.Testing;
using Sensoro.Simulator;
using Sensoro.Simulator.Commands;
using Sensoro.Simulator.Delivery;

namespace Sensoro.Dashboard.Tests.Simulator.Commands;

public sealed class ProgressLineTests
{
    [Fact]
    public async Task Show_WhileTheFleetRuns_RewritesOneLineEachSecondAndWipesItOut()
    {
        using var output = new FlushSignallingWriter();
        using var client = PushClient.Create(1);
        var time = new FakeTimeProvider(SampleFleet.Start);
        var run = new TaskCompletionSource();
        var shown = ProgressLine.ShowAsync(new FleetRunner(SampleFleet.Options, client, time), run.Task, output, time);

        for (var second = 1; second <= 2; second++)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await output.NextFlushAsync(TestContext.Current.CancellationToken);
        }

        run.SetResult();
        await shown;

        var text = output.ToString();
        Assert.DoesNotContain('\n', text);
        Assert.Contains("\r00:00:01  0 acknowledged", text, StringComparison.Ordinal);
        Assert.Contains("\r00:00:02  0 acknowledged", text, StringComparison.Ordinal);
        Assert.EndsWith(new string(' ', 80) + "\r", text, StringComparison.Ordinal);
    }
}
