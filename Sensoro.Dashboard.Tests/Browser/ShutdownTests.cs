using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.SignalR.Client;
using Sensoro.Dashboard.Tests.Integration;

namespace Sensoro.Dashboard.Tests.Browser;

/// <summary>SIGTERM with fifty pages open under load: the end within five seconds, and no push taken that was not answered.</summary>
[Collection(BrowserTests.Name)]
public sealed class ShutdownTests(ChromiumFixture chromium, ITestOutputHelper output)
{
    private const int UsualRounds = 1;
    private const int Tabs = 5;
    private const int Listeners = 45;
    private const int Senders = 8;
    private const int FirstAnswers = 400;
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(5);

    private readonly DashboardSettings _settings = new();
    private readonly DeliveryHistory _history = new();
    private int _msgId;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sigterm_WithFiftyPagesOpenUnderLoad_EndsInTimeAndLosesNothing()
    {
        using var folder = new TemporaryFolder();
        for (var round = 0; round < (LongRun.Shutdowns ?? UsualRounds); round++)
        {
            var (end, took) = await StopUnderLoadAsync(folder.Path);

            output.WriteLine($"Round {round}: {took.TotalSeconds:0.00} s, {_history.Acknowledgements} answers so far");
            Assert.Equal(0, end.ExitCode);
            Assert.True(took <= LongestEnd, $"The end took {took.TotalSeconds:0.0} s.");
            Assert.True(!end.Output.Contains("fail:", StringComparison.Ordinal), end.Output[^Math.Min(end.Output.Length, 4_000)..]);
            _history.AssertKeptBy(folder.File("log.db"));
        }
    }

    private async Task<(ProgramEnd End, TimeSpan Took)> StopUnderLoadAsync(string dataDirectory)
    {
        await using var program = await DashboardProcess.StartAsync(_settings, dataDirectory);
        var address = program.Client.BaseAddress ?? throw new InvalidOperationException("The program does not listen.");
        await WarmUpAsync(program);
        var visitors = new List<Visitor>();
        for (var tab = 0; tab < Tabs; tab++)
        {
            visitors.Add(await chromium.VisitAsync(address));
            await visitors[tab].GoAsync(tab % 2 == 0 ? "/" : "/messages");
        }

        var listeners = await Task.WhenAll(Enumerable.Range(0, Listeners).Select(_ => ListenAsync(address)));
        var answered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var target = _history.Acknowledgements + FirstAnswers;
        var senders = Enumerable.Range(0, Senders).Select(sender => SendAsync(program, $"END{sender}", () => _history.Acknowledgements >= target && answered.TrySetResult())).ToArray();
        await answered.Task.WaitAsync(DashboardFactory.Patience, Cancelled);

        var asked = Stopwatch.GetTimestamp();
        var end = await program.StopAsync();
        var took = Stopwatch.GetElapsedTime(asked);

        await Task.WhenAll(senders);
        foreach (var open in listeners.Cast<IAsyncDisposable>().Concat(visitors))
        {
            await open.DisposeAsync();
        }

        return (end, took);
    }

    /// <summary>Without a device the first page would be about setting up.</summary>
    private async Task WarmUpAsync(DashboardProcess program)
    {
        var msgId = Interlocked.Increment(ref _msgId);
        var (key, body) = ($"WARM/{msgId}", PushBody.Sensor("WARM", msgId, TimeProvider.System.GetUtcNow(), "{}"));
        _history.Sending(key, body);
        using var answer = await program.SendSignedPushAsync(body);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        _history.Acknowledged(key);
    }

    private static async Task<HubConnection> ListenAsync(Uri address)
    {
        var connection = new HubConnectionBuilder().WithUrl(new Uri(address, "/hubs/telemetry"), static options => options.AccessTokenProvider = static () => Task.FromResult<string?>(DashboardSettings.ApiToken)).WithAutomaticReconnect().Build();
        await connection.StartAsync(Cancelled);
        return connection;
    }

    /// <summary>Sends until the program does not answer any more.</summary>
    private async Task SendAsync(DashboardProcess program, string sn, Func<bool> sent)
    {
        try
        {
            while (true)
            {
                var msgId = Interlocked.Increment(ref _msgId);
                var (key, body) = ($"{sn}/{msgId}", PushBody.Sensor(sn, msgId, TimeProvider.System.GetUtcNow(), $$"""{"temperature":{{msgId}} }"""));
                _history.Sending(key, body);
                using var answer = await program.SendSignedPushAsync(body);
                if (answer.StatusCode != HttpStatusCode.OK)
                {
                    Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
                    return;
                }

                _history.Acknowledged(key);
                sent();
            }
        }
        catch (HttpRequestException)
        {
            // It listens no more.
        }
    }
}
