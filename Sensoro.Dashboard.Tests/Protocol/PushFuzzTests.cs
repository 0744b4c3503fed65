using System.Collections.Concurrent;
using System.Net;
using Sensoro.Dashboard.Tests.Integration;

namespace Sensoro.Dashboard.Tests.Protocol;

/// <summary>Mutated envelopes and ciphertexts: never an exception, never a 5xx, and what is authentic is stored or kept.</summary>
public sealed class PushFuzzTests(ITestOutputHelper output)
{
    private const int UsualMutations = 200_000;
    private const int UsualRequests = 1_600;

    /// <summary>Of a long run: a request takes that much longer than a reading.</summary>
    private const int MutationsPerRequest = 100;
    private const int Senders = 8;

    [Fact]
    public void Reader_OfMutatedPushes_EndsInAPushOrAnError()
    {
        var seed = Environment.TickCount;
        var mutations = LongRun.Mutations ?? UsualMutations;
        var found = new ConcurrentDictionary<string, byte[]>(StringComparer.Ordinal);

        Parallel.For(0, Environment.ProcessorCount, worker =>
        {
            var mutator = new PushMutator(new Random(seed + worker));
            for (var i = worker; i < mutations; i += Environment.ProcessorCount)
            {
                var body = mutator.Body(PushService.North);
                try
                {
                    FuzzCorpus.Offer(found, PushOutcome.Of(body), body);
                }
                catch (Exception error)
                {
                    Assert.Fail($"Seed {seed}, worker {worker}: {Convert.ToBase64String(body)}{Environment.NewLine}{error}");
                }
            }
        });

        var added = LongRun.Mutations is null ? 0 : FuzzCorpus.Keep(found);
        output.WriteLine($"{mutations} mutations from seed {seed}: {found.Count} outcomes, {added} of them added to the corpus");
        Assert.InRange(found.Count, 50, int.MaxValue);
    }

    [Fact]
    public void Reader_OfEveryBodyOfTheCorpus_EndsAsWhenItWasFound() =>
        Assert.All(FuzzCorpus.All, static pair => Assert.Equal(pair.Key, PushOutcome.Of(pair.Value)));

    [Fact]
    public async Task Door_ForMutatedPushes_NeverAnswers5xxAndKeepsWhatIsAuthentic()
    {
        await using var dashboard = new DashboardFactory();
        var seed = Environment.TickCount;
        var requests = LongRun.Mutations / MutationsPerRequest ?? UsualRequests;
        output.WriteLine($"{requests} requests from seed {seed}");
        _ = dashboard.Address;

        await Task.WhenAll(Enumerable.Range(0, Senders).Select(async sender =>
        {
            var mutator = new PushMutator(new Random(seed + sender));
            for (var i = 0; i < requests / Senders; i++)
            {
                var body = mutator.Body(PushService.North);
                using var request = dashboard.Sign(body, PushService.North);
                using var answer = await dashboard.Client.SendAsync(request, TestContext.Current.CancellationToken);
                Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"Seed {seed}: {answer.StatusCode} for {Convert.ToBase64String(body)}");
            }
        }));

        var stats = await dashboard.ApiAsync("/api/v1/stats");
        long Counter(string name) => stats.GetProperty(name).GetInt64();
        Assert.Equal(requests / Senders * Senders, Counter("received"));
        Assert.Equal(Counter("received"), Counter("stored") + Counter("duplicates") + Counter("quarantined"));
        Assert.All([Counter("stored") + Counter("duplicates"), Counter("quarantined")], count => Assert.InRange(count, 50, requests));
        await dashboard.WaitForFoldedAsync();
    }
}
