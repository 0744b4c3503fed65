using Sensoro.Dashboard.Tests.Integration;
using Sensoro.Simulator.Commands;

namespace Sensoro.Dashboard.Tests.Simulator.Torture;

/// <summary>A short run of each fault against the real program; long ones are for people.</summary>
[Collection(TortureTests.Name)]
public sealed class TortureCommandTests(ITestOutputHelper output) : IDisposable
{
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    public void Dispose()
    {
        _output.Dispose();
        _errors.Dispose();
    }

    [Theory]
    [InlineData("torture --fault flood")]
    [InlineData("torture --rounds 0")]
    [InlineData("torture --seed -1")]
    [InlineData("torture --longest x")]
    public async Task Run_BadValue_OneLineNamesTheOptionAndWhatIsAccepted(string line)
    {
        Assert.Equal(2, await RunAsync(line.Split(' ')));

        var message = Assert.Single(_errors.ToString().TrimEnd().Split('\n'));
        Assert.StartsWith(line.Split(' ').Last(static word => word.StartsWith("--", StringComparison.Ordinal)) + ": ", message, StringComparison.Ordinal);
        Assert.Contains("accepted is", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kill", "2", "1.5")]
    [InlineData("powerloss", "2", "1.5")]
    [InlineData("cut", "1", "3")]
    [InlineData("clock", "1", "1")]
    [InlineData("enospc", "1", "1")]
    [InlineData("eio", "1", "1")]
    [InlineData("overload", "1", "2")]
    public async Task Run_Fault_KeepsWhatWasAcknowledgedOnce(string fault, string rounds, string longest)
    {
        var code = await RunAsync("torture", "--fault", fault, "--rounds", rounds, "--longest", longest, "--app", PublishedDashboard.Program);

        output.WriteLine(_output.ToString());
        Assert.SkipWhen(_errors.ToString().StartsWith("This fault needs", StringComparison.Ordinal), _errors.ToString());
        Assert.Empty(_errors.ToString());
        Assert.True(code == 0, _output.ToString());
    }

    private Task<int> RunAsync(params string[] arguments) =>
        SimulatorCommand.RunAsync(arguments, _output, _errors, showProgress: false, TimeProvider.System);
}
