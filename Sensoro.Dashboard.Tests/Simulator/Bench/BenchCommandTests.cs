using Sensoro.Dashboard.Tests.Integration;
using Sensoro.Simulator.Bench.Results;
using Sensoro.Simulator.Commands;

namespace Sensoro.Dashboard.Tests.Simulator.Bench;

/// <summary>The commands themselves: what they refuse, and one short run of each against the real program. No time is asserted.</summary>
public sealed class BenchCommandTests : IDisposable
{
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();
    private readonly TemporaryFolder _folder = new();

    private string Json => _folder.File("result.json");

    public void Dispose()
    {
        _folder.Dispose();
        _output.Dispose();
        _errors.Dispose();
    }

    [Theory]
    [InlineData("bench --rounds 0")]
    [InlineData("bench --seconds x")]
    [InlineData("bench --connections 64,many")]
    [InlineData("bench --connections 0")]
    [InlineData("bench --sustained -1")]
    [InlineData("bench --app /somewhere/bin/Debug/net10.0/Sensoro.Dashboard.dll")]
    [InlineData("bench growth --messages 5")]
    [InlineData("bench growth --ids some")]
    [InlineData("bench queries --readings 10")]
    [InlineData("bench queries --devices 0")]
    [InlineData("bench queries --warm-up -1")]
    [InlineData("bench live --viewers 0")]
    [InlineData("bench sign-ins --rate 0")]
    public async Task Run_BadValue_OneLineNamesTheOptionAndWhatIsAccepted(string line)
    {
        Assert.Equal(2, await RunAsync(line.Split(' ')));

        var message = Assert.Single(_errors.ToString().TrimEnd().Split('\n'));
        Assert.StartsWith(line.Split(' ').Last(static word => word.StartsWith("--", StringComparison.Ordinal)) + ": ", message, StringComparison.Ordinal);
        Assert.Contains("accepted is", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_NoSuchProgram_OneLineSaysSo()
    {
        Assert.Equal(3, await RunAsync("bench", "--app", "/nowhere/Sensoro.Dashboard.dll"));

        Assert.StartsWith("--app: there is no file", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_Pushes_MeasuresEachVariantAndFindsTheLogAsAcknowledged()
    {
        var result = await MeasureAsync("bench", "--rounds", "1", "--seconds", "0.5", "--connections", "4", "--sustained", "0.5", "--idle", "2", "--open-rate", "50", "--open-seconds", "0.5");

        Assert.Equal(["bare", "verify", "durable", "bare", "durable", "bare", "open loop"], result.Samples.Select(static sample => sample.Variant), StringComparer.Ordinal);
        Assert.All(result.Samples, static sample => Assert.True(sample.Acknowledged > 0));
        Assert.True(result.Audit?.IsClean);
        Assert.True(result.Audit?.Acknowledged >= result.Samples.Where(static sample => sample.Stored is not null).Sum(static sample => sample.Acknowledged));
        AssertFigures(result, "durable and folded / bare, 4 connections, sustained", "verify-only / bare, 4 connections", "pushed → on a screen at idle, p95", "open loop at 50/s, p99.9");
        Assert.DoesNotContain(_folder.Path, result.Origin.Command, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_Growth_FillsBothKindsOfLogAndWeighsThem()
    {
        var result = await MeasureAsync("bench", "growth", "--messages", "600", "--steps", "2", "--connections", "4", "--bare-seconds", "0.2");

        Assert.Equal(["bare", "growing", "bare", "growing", "bare", "random", "bare", "random"], result.Samples.Select(static sample => sample.Variant), StringComparer.Ordinal);
        Assert.True(result.Audit is { IsClean: true, Stored: 1_200 });
        AssertFigures(result, "CPU per message up to 600 stored / from empty, growing msgIds", "CPU per message up to 600 stored / from empty, random msgIds", "table readings per reading, random msgIds");
    }

    [Fact]
    public async Task Run_Queries_AsksEveryQuestionAtEverySize()
    {
        var result = await MeasureAsync("bench", "queries", "--readings", "10000,20000", "--devices", "200", "--passes", "1", "--warm-up", "1");

        Assert.Equal(9, result.Figures.Count(static figure => figure.IsRatio));
        AssertFigures(
            result,
            "24 h of one series: 20,000 readings / 10,000 readings",
            "12 series over 30 d, 12 calls, 10,000 readings, median",
            "SN search, six characters, 20,000 readings, first touch",
            "table readings per reading, 20,000 readings");
    }

    [Fact]
    public async Task Run_Live_TellsEveryViewer()
    {
        var result = await MeasureAsync("bench", "live", "--viewers", "4", "--rate", "100", "--seconds", "2");

        AssertFigures(result, "commit → viewer, 4 viewers at 100 pushes/s, p95", "server memory per idle viewer, 4 viewers");
        Assert.All(result.Figures.Where(static figure => figure.Unit == "1/s"), static figure => Assert.True(figure.Value.Median > 0));
    }

    [Fact]
    public async Task Run_SignIns_PushesBesideGuessesThatAreAllRefused()
    {
        var result = await MeasureAsync("bench", "sign-ins", "--rate", "20", "--rounds", "1", "--seconds", "1", "--connections", "4");

        Assert.Equal(["calm", "one address", "many"], result.Samples.Select(static sample => sample.Variant), StringComparer.Ordinal);
        Assert.All(result.Samples, static sample => Assert.True(sample.Acknowledged > 0));
        AssertFigures(result, "pushes while 20 sign-ins a second fail / in calm, an address each", "sign-ins answered 302");
        Assert.DoesNotContain(result.Figures, static figure => figure.Name == "sign-ins let in");
    }

    private static void AssertFigures(BenchResult result, params string[] names) =>
        Assert.All(names, name => Assert.Single(result.Figures, figure => figure.Name == name));

    /// <summary>A test machine may miss every ratio; that the measurement was made is what counts.</summary>
    private async Task<BenchResult> MeasureAsync(params string[] arguments)
    {
        var code = await RunAsync([.. arguments, "--app", PublishedDashboard.Program, "--any-build", "--json", Json]);

        Assert.True(code is 0 or 1, _errors.ToString());
        Assert.Empty(_errors.ToString());
        return ResultFolder.Read(Json);
    }

    private Task<int> RunAsync(params string[] arguments) =>
        SimulatorCommand.RunAsync(arguments, _output, _errors, showProgress: false, TimeProvider.System);
}
