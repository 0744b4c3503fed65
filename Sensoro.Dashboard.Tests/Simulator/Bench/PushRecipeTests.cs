using System.Text;
using FsCheck.Xunit;
using Sensoro.Domain.Protocol;
using Sensoro.Simulator.Bench.Load;

namespace Sensoro.Dashboard.Tests.Simulator.Bench;

public sealed class PushRecipeTests
{
    private const long Start = 1_764_140_000_000;
    private static readonly byte[] Secret = Encoding.UTF8.GetBytes(BenchKeys.AppSecret);
    private static readonly byte[] Url = Encoding.UTF8.GetBytes(BenchKeys.WebhookUrl);

    [Theory]
    [InlineData(0, false)]
    [InlineData(12_345, false)]
    [InlineData(9_999_999, true)]
    public void Write_AnyPush_IsSignedAndHasFourReadings(long index, bool randomIds)
    {
        var (recipe, request) = Write(index, randomIds);

        var body = recipe.Body(request).ToArray();
        Assert.True(Verifies(recipe, request));
        Assert.True(PushParser.TryReadEnvelope(body, out var envelope, out _));
        var push = Assert.IsType<SensorPush>(PushParser.ReadPush(envelope, default));
        Assert.Equal(331, body.Length);
        Assert.Equal(4, push.Measurements.Count);
        Assert.Equal(PushNumbers.MsgId(index, randomIds).ToString(System.Globalization.CultureInfo.InvariantCulture), envelope.MsgId);
        Assert.Equal(PushRecipe.Sn((int)(index % PushRecipe.Devices)), push.Sn);
    }

    [Fact]
    public void Write_Forged_DoesNotVerify()
    {
        var recipe = new PushRecipe(80, 0, Start, randomIds: false, forged: true);
        var request = new byte[recipe.Length];
        recipe.Write(7, request);

        Assert.False(Verifies(recipe, request));
    }

    [Fact]
    public void TimeOf_LaterRun_StartsBehindEveryPushOfTheEarlier()
    {
        var next = PushRecipe.TimeOf(2_500, 500, Start) + 1;

        Assert.All(Enumerable.Range(500, 2_000), index => Assert.True(PushRecipe.TimeOf(index, 500, Start) < next));
    }

    [Property]
    public void MsgId_TwoPushes_NeverShareOne(uint one, uint other)
    {
        Assert.Equal(one == other, PushNumbers.MsgId(one, isRandom: true) == PushNumbers.MsgId(other, isRandom: true));
        Assert.InRange(PushNumbers.MsgId(one, isRandom: true), 1_000_000_000_000_000_000, 9_000_000_000_000_000_000);
    }

    [Fact]
    public void At_BeyondThePreparedRequests_WritesTheSame()
    {
        var recipe = new PushRecipe(80, 0, Start, randomIds: false);
        var spare = new byte[recipe.Length];
        var prepared = new RequestBook(recipe, 100, 10_000, repeats: false).At(5_000, spare).ToArray();

        Assert.Equal(prepared, new RequestBook(recipe, 100, 1, repeats: false).At(5_000, spare).ToArray());
    }

    [Fact]
    public void At_BookThatRepeats_BeginsAgainAtItsEnd()
    {
        var recipe = new PushRecipe(80, 0, Start, randomIds: false);
        var book = new RequestBook(recipe, 100, 1, repeats: true);

        Assert.Equal(book.At(107, default).ToArray(), book.At(107 + (3 * 2_048), default).ToArray());
    }

    private static bool Verifies(PushRecipe recipe, byte[] request)
    {
        var signature = new byte[PushSignature.Size];
        return PushSignature.TryDecode(recipe.Signature(request), signature)
            && PushSignature.Verify(Secret, recipe.Nonce(request), "POST", Url, recipe.Body(request), signature);
    }

    private static (PushRecipe Recipe, byte[] Request) Write(long index, bool randomIds)
    {
        var recipe = new PushRecipe(5_080, 0, Start, randomIds);
        var request = new byte[recipe.Length];
        recipe.Write(index, request);
        return (recipe, request);
    }
}
