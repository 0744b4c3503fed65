using Sensoro.Dashboard.Tests.Simulator.Delivery;
using Sensoro.Simulator.Commands;

namespace Sensoro.Dashboard.Tests.Simulator.Commands;

public sealed class SimulatorCommandTests : IDisposable
{
    private static readonly string[] Credentials = ["--app-id", SampleFleet.AppId, "--app-key", SampleFleet.AppKey, "--app-secret", SampleFleet.AppSecret];
    private static readonly string[] Sound = ["--url", "http://127.0.0.1:9/webhook", .. Credentials];

    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    public void Dispose()
    {
        _output.Dispose();
        _errors.Dispose();
    }

    [Theory]
    [InlineData("--url", "webhook")]
    [InlineData("--url", "ftp://127.0.0.1/webhook")]
    [InlineData("--app-id", "has space")]
    [InlineData("--app-key", "short")]
    [InlineData("--devices", "0")]
    [InlineData("--devices", "2.5")]
    [InlineData("--devices", "many")]
    [InlineData("--rate", "0")]
    [InlineData("--rate", "-1")]
    [InlineData("--rate", "NaN")]
    [InlineData("--rate", "1e9")]
    [InlineData("--rate", "90000")]
    [InlineData("--mode", "secret")]
    [InlineData("--duration", "0")]
    [InlineData("--duplicates", "101")]
    [InlineData("--late", "-1")]
    [InlineData("--out-of-order", "x")]
    [InlineData("--old-nonce", "1,5")]
    [InlineData("--broken", "")]
    [InlineData("--tasks", "200")]
    [InlineData("--retry-delay", "-1")]
    [InlineData("--connections", "0")]
    [InlineData("--history", "-2")]
    [InlineData("--seed", "-1")]
    [InlineData("--sign-url", " ")]
    public async Task Run_BadValue_OneLineNamesTheOptionAndWhatIsAccepted(string option, string value)
    {
        string[] others = [.. Sound.Chunk(2).Where(pair => pair[0] != option).SelectMany(static pair => pair)];

        Assert.Equal(2, await RunAsync([.. others, option, value]));

        var line = OnlyLine();
        Assert.StartsWith(option + ": ", line, StringComparison.Ordinal);
        Assert.Contains("accepted is", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--url")]
    [InlineData("--app-id")]
    [InlineData("--app-key")]
    [InlineData("--app-secret")]
    public async Task Run_MissingOption_OneLineNamesIt(string option)
    {
        Assert.Equal(2, await RunAsync([.. Sound.Chunk(2).Where(pair => pair[0] != option).SelectMany(static pair => pair)]));

        Assert.StartsWith(option + ": it is missing; accepted is", OnlyLine(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_OptionWithoutValue_OneLineNamesIt()
    {
        Assert.Equal(2, await RunAsync([.. Sound, "--devices"]));

        Assert.StartsWith("--devices: the value is missing", OnlyLine(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_OptionTwice_OneLineNamesIt()
    {
        Assert.Equal(2, await RunAsync([.. Sound, "--seed", "1", "--seed", "2"]));

        Assert.StartsWith("--seed: it is given more than once", OnlyLine(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_MisspeltSecret_NamesTheOptionAndNotTheSecret()
    {
        Assert.Equal(2, await RunAsync(["--url", "http://127.0.0.1:9/", "--app-secrt", SampleFleet.AppSecret]));

        Assert.Equal("--app-secrt: there is no such option; --help lists the options.", OnlyLine());
    }

    [Theory]
    [InlineData("--app-key", "@not-a-file")]
    [InlineData("--app-key", "shortSecretKey")]
    public async Task Run_BadSecret_IsNotRepeated(string option, string value)
    {
        Assert.Equal(2, await RunAsync(["--url", "http://127.0.0.1:9/", "--app-id", "a", "--app-secret", "s", option, value]));

        Assert.DoesNotContain(value, OnlyLine(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_Help_ListsEveryOptionOfTheContract()
    {
        Assert.Equal(0, await RunAsync(["--help"]));

        string[] contract = ["--url", "--app-id", "--app-key", "--app-secret", "--devices", "--rate", "--mode", "--duration", "--duplicates", "--late", "--seed"];
        Assert.All(contract, option => Assert.Contains(option + " <", _output.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_EverythingAcknowledged_ReportsAndExitsZero()
    {
        await using var receiver = await ScriptedReceiver.StartAsync(static (count, _) => count == 3 ? 503 : 200, TestContext.Current.CancellationToken);

        var code = await RunAsync(Fleet(receiver, "--mode", "mixed"));

        var report = _output.ToString();
        Assert.Equal(0, code);
        Assert.Empty(_errors.ToString());
        Assert.All(receiver.Deliveries, delivery => Assert.True(delivery.IsSignedFor(receiver.Url.OriginalString)));
        Assert.Contains("503: 1", report, StringComparison.Ordinal);
        Assert.Contains($"200: {receiver.Deliveries.Count - 1}", report, StringComparison.Ordinal);
        Assert.Matches("(?m)^Retries +1\r?$", report);
        Assert.Matches("(?m)^Lost +0 ", report);
        Assert.Matches("(?m)^Latency +p50 [0-9.]+ ms, p90 [0-9.]+ ms, p99 [0-9.]+ ms, max [0-9.]+ ms\r?$", report);
    }

    [Fact]
    public async Task Run_BrokenPushesRefused_StillExitsZero()
    {
        await using var receiver = await ScriptedReceiver.StartAsync(
            static (number, delivery) => OpenedPush.TryRead(delivery.Body, out _) ? 200 : 400, TestContext.Current.CancellationToken);

        var code = await RunAsync(Fleet(receiver, "--broken", "50"));

        Assert.Equal(0, code);
        Assert.Matches("(?m)^Refused +[1-9]", _output.ToString());
    }

    [Fact]
    public async Task Run_ReceiverAlwaysFails_ReportsTheLossAndExitsOne()
    {
        await using var receiver = await ScriptedReceiver.StartAsync(static (_, _) => 503, TestContext.Current.CancellationToken);

        Assert.Equal(1, await RunAsync(Fleet(receiver)));

        Assert.Matches("(?m)^Lost +[1-9][0-9]* ", _output.ToString());
        Assert.Equal(0, receiver.Deliveries.Count % 4);
    }

    private static string[] Fleet(ScriptedReceiver receiver, params string[] more) =>
    [
        "--url", receiver.Url.OriginalString, .. Credentials, "--devices", "40", "--rate", "200", "--duration", "0.3", "--retry-delay", "0", .. more,
    ];

    private string OnlyLine() => Assert.Single(_errors.ToString().TrimEnd().Split('\n'));

    private Task<int> RunAsync(string[] arguments) =>
        SimulatorCommand.RunAsync(arguments, _output, _errors, showProgress: false, TimeProvider.System);
}
