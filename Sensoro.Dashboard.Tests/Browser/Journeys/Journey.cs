using System.Globalization;

namespace Sensoro.Dashboard.Tests.Browser.Journeys;

/// <summary>What somebody does, step by step; the test's output says how long each step took.</summary>
internal sealed class Journey(ITestOutputHelper output)
{
    public async Task StepAsync(string step, Func<Task> act)
    {
        var begun = TimeProvider.System.GetTimestamp();
        await act();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{TimeProvider.System.GetElapsedTime(begun).TotalMilliseconds,6:0} ms  {step}"));
    }
}
