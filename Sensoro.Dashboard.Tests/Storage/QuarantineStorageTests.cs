using Microsoft.Extensions.DependencyInjection;
using Sensoro.Dashboard.Storage;
using Sensoro.Domain.Ledger;

namespace Sensoro.Dashboard.Tests.Storage;

/// <summary>What was refused is kept once, within its bounds, and the oldest goes first.</summary>
public sealed class QuarantineStorageTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Keep_OfAnAuthenticPushThatComesAgain_CountsItWhateverItsNonce()
    {
        await using var storage = new TemporaryStorage();
        var push = Refusals.Authentic(1);

        storage.Log.KeepRefused([push, push with { Nonce = "2", Signature = new byte[] { 1 } }]);
        storage.Log.KeepRefused([push with { ReceivedAt = push.ReceivedAt.AddMinutes(3) }]);

        var kept = Assert.Single(await storage.Get<QuarantineQueries>().NewestAsync(QuarantineFilter.Everything, null, 10, Cancelled));
        Assert.Equal((3, push.ReceivedAt, push.ReceivedAt.AddMinutes(3)), (kept.Deliveries, kept.Push.ReceivedAt, kept.LastReceivedAt));
        Assert.Equal(1, storage.Log.RefusedCount);
    }

    [Fact]
    public async Task Keep_OfAPushThatNobodyVouchesFor_KeepsItOnceWithItsFirstAndItsLastSignature()
    {
        await using var storage = new TemporaryStorage();
        var push = Refusals.Unverified(1);

        storage.Log.KeepRefused([push with { Nonce = "1", Signature = new byte[] { 1 } }, push with { Nonce = "2", Signature = new byte[] { 2 } }, push]);

        var kept = Assert.Single(await storage.Get<QuarantineQueries>().SliceAsync(QuarantineFilter.Everything, 0, long.MaxValue, Cancelled));
        Assert.Equal(("1", push.Nonce, push.Nonce, 3), (kept.Push.Nonce, kept.LastNonce, kept.Last.Nonce, kept.Deliveries));
        Assert.True(kept.Push.Signature.Span.SequenceEqual<byte>([1]) && kept.Last.Signature.Span.SequenceEqual(push.Signature.Span));
    }

    [Fact]
    public async Task Keep_OfAllThatAPushSays_GivesItBack()
    {
        await using var storage = new TemporaryStorage();
        var push = Refusals.Unverified(1, size: 100_000) with { Body = Enumerable.Range(0, 100_000).Select(i => (byte)i).ToArray(), Sn = null, Detail = "a\0b", Nonce = "" };

        storage.Log.KeepRefused([push]);

        var found = Assert.IsType<QuarantinedPush>(await storage.Get<QuarantineQueries>().FindNewestAsync(QuarantineFilter.Everything, Cancelled)).Push;
        Assert.Equal(push with { Body = default, Signature = default }, found with { Body = default, Signature = default });
        Assert.True(found.Body.Span.SequenceEqual(push.Body.Span) && found.Signature.Span.SequenceEqual(push.Signature.Span));
    }

    [Fact]
    public async Task Keep_OfMoreThanTheRows_DropsTheOldestOfItsKindAlone()
    {
        await using var storage = Bounded(static bounds => (bounds.MaxUnverified, bounds.MaxAuthentic) = (5, 3));

        storage.Log.KeepRefused([.. Enumerable.Range(1, 4).Select(i => Refusals.Authentic(i))]);
        storage.Log.KeepRefused([.. Enumerable.Range(11, 200).Select(i => Refusals.Unverified(i))]);

        Assert.Equal(["SN210", "SN209", "SN208", "SN207", "SN206", "SN4", "SN3", "SN2"], await SnsAsync(storage), StringComparer.Ordinal);
        Assert.Equal(8, storage.Log.RefusedCount);
    }

    [Fact]
    public async Task Keep_OfMoreThanTheBytes_DropsUntilTheyFit()
    {
        await using var storage = Bounded(static bounds => bounds.MaxUnverifiedBytes = 1_000);

        storage.Log.KeepRefused([.. Enumerable.Range(1, 9).Select(i => Refusals.Unverified(i, size: 300))]);

        Assert.Equal(["SN9", "SN8", "SN7"], await SnsAsync(storage), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Keep_OfACrowdFromOneAddress_LeavesWhatOthersSent()
    {
        await using var storage = Bounded(static bounds => bounds.MaxUnverified = 20);
        storage.Log.KeepRefused([.. Enumerable.Range(1, 5).Select(i => Refusals.Unverified(i, "198.51.100.7"))]);

        foreach (var wave in Enumerable.Range(0, 10))
        {
            storage.Log.KeepRefused([.. Enumerable.Range(100 + (100 * wave), 100).Select(i => Refusals.Unverified(i))]);
        }

        Assert.Equal(["SN5", "SN4", "SN3", "SN2", "SN1"], (await SnsAsync(storage)).TakeLast(5), StringComparer.Ordinal);
        Assert.Equal(20, storage.Log.RefusedCount);
    }

    [Fact]
    public async Task Bounds_AfterARestart_StillCountWhatIsThere()
    {
        using var folder = new Integration.TemporaryFolder();
        await using (var first = Bounded(static bounds => bounds.MaxUnverified = 5, folder.Path))
        {
            first.Log.KeepRefused([.. Enumerable.Range(1, 5).Select(i => Refusals.Unverified(i))]);
        }

        await using var second = Bounded(static bounds => bounds.MaxUnverified = 5, folder.Path);
        Assert.Equal(5, second.Log.RefusedCount);
        second.Log.KeepRefused([Refusals.Unverified(6)]);

        Assert.Equal(["SN6", "SN5", "SN4", "SN3", "SN2"], await SnsAsync(second), StringComparer.Ordinal);
    }

    [Fact]
    public async Task RemoveOld_AfterEachKindsTime_TakesThatKindAlone()
    {
        await using var storage = new TemporaryStorage();
        storage.Log.KeepRefused([Refusals.Authentic(1), Refusals.Unverified(2)]);

        Assert.Equal(0, storage.Log.RemoveOldRefused(Messages.Noon.AddHours(72), 10));
        Assert.Equal(1, storage.Log.RemoveOldRefused(Messages.Noon.AddHours(73), 10));
        Assert.Equal(["SN1"], await SnsAsync(storage), StringComparer.Ordinal);
        Assert.Equal(1, storage.Log.RemoveOldRefused(Messages.Noon.AddDays(31), 10));
        Assert.Equal(0, storage.Log.RefusedCount);
    }

    [Fact]
    public async Task Remove_OfNumbersThatAreGone_PassesOverThemAndNeverGivesThemAgain()
    {
        await using var storage = new TemporaryStorage();
        storage.Log.KeepRefused([Refusals.Unverified(1), Refusals.Unverified(2)]);

        storage.Log.RemoveRefused([2, 3, 4]);
        storage.Log.RemoveRefused([2]);
        storage.Log.KeepRefused([Refusals.Unverified(5)]);

        Assert.Equal([1L, 3L], (await storage.Get<QuarantineQueries>().SliceAsync(QuarantineFilter.Everything, 0, long.MaxValue, Cancelled)).Select(push => push.Id));
        Assert.Equal(2, storage.Log.RefusedCount);
    }

    [Fact]
    public async Task Queries_OfAFilter_FindWhatFits()
    {
        await using var storage = new TemporaryStorage();
        storage.Log.KeepRefused([Refusals.Unverified(1), Refusals.Authentic(2), Refusals.Authentic(13) with { AppId = "other" }]);
        var queries = storage.Get<QuarantineQueries>();

        Assert.Equal(2, await queries.CountAsync(new QuarantineFilter { Reason = RefusalReason.Undecryptable }, Cancelled));
        Assert.Equal(1, await queries.CountAsync(new QuarantineFilter { AppId = "other" }, Cancelled));
        Assert.Equal(2, await queries.CountAsync(new QuarantineFilter { Text = "n1" }, Cancelled));
        Assert.Equal(0, await queries.CountAsync(new QuarantineFilter { Text = "%" }, Cancelled));
        Assert.Equal(1, await queries.CountAsync(new QuarantineFilter { Ids = [3, 99] }, Cancelled));
        Assert.Equal(new Dictionary<RefusalReason, int> { [RefusalReason.SignatureMismatch] = 1, [RefusalReason.Undecryptable] = 2 }, await queries.CountByReasonAsync(Cancelled));
        Assert.Equal(["SN2", "SN1"], (await queries.NewestAsync(QuarantineFilter.Everything, 3, 10, Cancelled)).Select(push => push.Push.Sn), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Slice_OfLargeBodies_HoldsFewAtOnceAndTheWalkFindsAll()
    {
        await using var storage = new TemporaryStorage();
        storage.Log.KeepRefused([.. Enumerable.Range(1, 20).Select(i => Refusals.Authentic(i, size: 1 << 20))]);
        var queries = storage.Get<QuarantineQueries>();
        var found = new List<long>();

        while (await queries.SliceAsync(QuarantineFilter.Everything, found.LastOrDefault(), 18, Cancelled) is { Count: > 0 } slice)
        {
            Assert.InRange(slice.Count, 1, 8);
            found.AddRange(slice.Select(push => push.Id));
        }

        Assert.Equal(Enumerable.Range(1, 18).Select(id => (long)id), found);
    }

    private static TemporaryStorage Bounded(Action<QuarantineOptions> bound, string? dataDirectory = null) =>
        new(services => services.Configure(bound), dataDirectory: dataDirectory);

    private static async Task<IEnumerable<string?>> SnsAsync(TemporaryStorage storage) =>
        (await storage.Get<QuarantineQueries>().NewestAsync(QuarantineFilter.Everything, null, 1_000, Cancelled)).Select(push => push.Push.Sn);
}
