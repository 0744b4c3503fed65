using System.Net;
using Sensoro.Dashboard.Tests.Storage;

namespace Sensoro.Dashboard.Tests.Integration;

/// <summary>kill -9 loses nothing that was acknowledged and duplicates nothing.</summary>
public sealed class CrashTests(ITestOutputHelper output)
{
    private const int Rounds = 4;
    private const int Senders = 6;
    private const int MostAnswers = 250;
    private const double ResendShare = 0.25;

    private readonly DashboardSettings _settings = new();
    private readonly DeliveryHistory _history = new();
    private int _msgId;

    [Fact(DisplayName = "A push answered 200 is in messages after kill -9 right behind the answer")]
    public async Task Push_Answered200_IsInMessagesAfterKill9()
    {
        using var folder = new TemporaryFolder();
        var seed = Random.Shared.Next();
        output.WriteLine($"Seed {seed}");
        var random = new Random(seed);

        for (var round = 0; round < Rounds; round++)
        {
            await SendUntilKilledAsync(folder.Path, _history.Acknowledgements + random.Next(1, MostAnswers), random.Next());
            _history.AssertKeptBy(folder.File("log.db"));
        }

        output.WriteLine($"{_history.Acknowledgements} answers for {_history.Pushes} pushes");
        await AssertFoldedOnceAsync(folder);
    }

    private async Task SendUntilKilledAsync(string dataDirectory, int killAt, int seed)
    {
        await using var program = await DashboardProcess.StartAsync(_settings, dataDirectory);
        var senders = Enumerable.Range(0, Senders).Select(sender => SendAsync(program, $"CRASH{sender}", killAt, new Random(seed + sender)));
        await Task.WhenAll(senders);
    }

    /// <summary>Sends until the connection breaks; the sender that hears the fatal answer kills the program on the spot.</summary>
    private async Task SendAsync(DashboardProcess program, string sn, int killAt, Random random)
    {
        try
        {
            var (key, body) = NewPush(sn);
            while (true)
            {
                _history.Sending(key, body);
                using (var answer = await program.SendSignedPushAsync(body))
                {
                    if (answer.StatusCode == HttpStatusCode.OK && _history.Acknowledged(key) == killAt)
                    {
                        program.Kill();
                    }
                }

                (key, body) = random.NextDouble() < ResendShare ? (key, body) : NewPush(sn);
            }
        }
        catch (HttpRequestException)
        {
            // The program is dead; whether this push was stored is nobody's promise.
        }
    }

    private (string Key, string Body) NewPush(string sn)
    {
        var msgId = Interlocked.Increment(ref _msgId);
        var createdAt = TimeProvider.System.GetUtcNow().AddHours(-1).AddMilliseconds(msgId);
        return ($"{sn}/{msgId}", PushBody.Sensor(sn, msgId, createdAt, $$"""{"temperature":{{msgId}} }"""));
    }

    /// <summary>A last start folds what the kills cut off, and nothing was folded twice on the way.</summary>
    private async Task AssertFoldedOnceAsync(TemporaryFolder folder)
    {
        await using (var program = await DashboardProcess.StartAsync(_settings, folder.Path))
        {
            await program.WaitForFoldedAsync();
        }

        var messages = SqliteReading.Scalar<long>(folder.File("log.db"), "SELECT count(*) FROM messages");
        var state = folder.File("sensoro.db");
        Assert.Equal(messages, SqliteReading.Scalar<long>(state, "SELECT last_message_id FROM projection_cursor"));
        Assert.Equal(messages, SqliteReading.Scalar<long>(state, "SELECT sum(count) FROM push_minutes"));
        Assert.Equal(messages, SqliteReading.Scalar<long>(state, "SELECT count(*) FROM device_messages"));
        Assert.Equal(
            SqliteReading.Rows(folder.File("log.db"), "SELECT sn, json_extract(body, '$.createdTime'), CAST(msg_id AS REAL) FROM messages ORDER BY 1, 2, 3"),
            SqliteReading.Rows(state, "SELECT d.sn, r.at, r.value FROM readings r JOIN devices d ON d.id = r.device_id ORDER BY 1, 2, 3"),
            StringComparer.Ordinal);
    }
}
