using System.Net;
using Sensoro.Dashboard.Tests.Integration;
using Sensoro.Domain.Protocol;

namespace Sensoro.Dashboard.Tests.Protocol;

/// <summary>Mutated envelopes and ciphertexts: never an exception, never a 5xx, and what is authentic is stored or kept.</summary>
public sealed class PushFuzzTests(ITestOutputHelper output)
{
    private const int UsualMutations = 200_000;
    private const int Requests = 1_600;
    private const int Senders = 8;

    private static readonly PushCipher Cipher = PushCipher.TryCreate(PushService.North.AppKey, PushService.North.AppId, out var cipher) ? cipher : throw new InvalidOperationException("The AppKey is not one.");

    [Fact]
    public void Reader_OfMutatedPushes_EndsInAPushOrAnError()
    {
        var seed = Environment.TickCount;
        var mutations = LongRun.Mutations ?? UsualMutations;
        output.WriteLine($"{mutations} mutations from seed {seed}");

        Parallel.For(0, Environment.ProcessorCount, worker =>
        {
            var random = new Random(seed + worker);
            var mutator = new PushMutator(random);
            for (var i = worker; i < mutations; i += Environment.ProcessorCount)
            {
                var body = mutator.Body(PushService.North);
                try
                {
                    Read(body);
                }
                catch (Exception error)
                {
                    Assert.Fail($"Seed {seed}, worker {worker}: {Convert.ToBase64String(body)}{Environment.NewLine}{error}");
                }
            }
        });
    }

    [Fact]
    public async Task Door_ForMutatedPushes_NeverAnswers5xxAndKeepsWhatIsAuthentic()
    {
        await using var dashboard = new DashboardFactory();
        var seed = Environment.TickCount;
        output.WriteLine($"{Requests} requests from seed {seed}");
        _ = dashboard.Address;

        await Task.WhenAll(Enumerable.Range(0, Senders).Select(async sender =>
        {
            var mutator = new PushMutator(new Random(seed + sender));
            for (var i = 0; i < Requests / Senders; i++)
            {
                var body = mutator.Body(PushService.North);
                using var request = dashboard.Sign(body, PushService.North);
                using var answer = await dashboard.Client.SendAsync(request, TestContext.Current.CancellationToken);
                Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"Seed {seed}: {answer.StatusCode} for {Convert.ToBase64String(body)}");
            }
        }));

        var stats = await dashboard.ApiAsync("/api/v1/stats");
        long Counter(string name) => stats.GetProperty(name).GetInt64();
        Assert.Equal(Requests / Senders * Senders, Counter("received"));
        Assert.Equal(Counter("received"), Counter("stored") + Counter("duplicates") + Counter("quarantined"));
        Assert.All([Counter("stored") + Counter("duplicates"), Counter("quarantined")], count => Assert.InRange(count, 50, Requests));
        await dashboard.WaitForFoldedAsync();
    }

    /// <summary>All that the door and the projection do with a body.</summary>
    private static void Read(byte[] body)
    {
        if (!PushParser.TryReadEnvelope(body, out var envelope, out _))
        {
            return;
        }

        var encrypted = envelope.EncryptData;
        var buffer = new byte[PushCipher.MaxPlaintextLength(encrypted.Length)];
        if (!envelope.IsEncrypted)
        {
            PushParser.ReadPush(envelope, default);
        }
        else if (Cipher.TryDecrypt(encrypted.Span, buffer, out var offset, out var length, out _))
        {
            PushParser.ReadPush(envelope, buffer.AsMemory(offset, length));
        }
    }
}
