using System.Globalization;
using Sensoro.Dashboard.Storage;
using Sensoro.Dashboard.Storage.Bodies;
using Sensoro.Domain.Ledger;

namespace Sensoro.Dashboard.Tests.Storage.Bodies;

/// <summary>Bodies across the versions of their dictionary, as the log and the ledger give them back.</summary>
public sealed class DictionaryTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Train_WithTooLittleToLearnFrom_LeavesBodiesAsTheyAre()
    {
        await using var storage = new TemporaryStorage();
        storage.Log.Append(Pushes(0, DictionaryTrainer.Enough - 1));

        Assert.False(storage.Get<DictionaryTrainer>().Train());
        Assert.True(storage.Log.Dictionary.IsEmpty);
    }

    [Fact]
    public async Task Train_WithEnough_MakesTheNextBodiesSmallAndReadable()
    {
        await using var storage = Trained();
        var pushes = Pushes(5_000, 100);

        storage.Log.Append(pushes);

        Assert.InRange(storage.InLog<double>("SELECT avg(length(body)) FROM messages WHERE codec = 2"), 1, 40);
        Assert.Equal(100, storage.InLog<int>("SELECT count(*) FROM messages WHERE codec = 2"));
        await AssertBodiesAsync(storage, pushes);
    }

    [Fact]
    public async Task Train_Again_KeepsTheDictionaryThatIsNotClearlyWorse()
    {
        await using var storage = Trained();

        Assert.False(storage.Get<DictionaryTrainer>().Train());
        Assert.Equal(1, storage.InLog<int>("SELECT count(*) FROM body_dictionaries"));
    }

    [Fact]
    public async Task Bodies_OfEveryCodec_AreReadBesideOneAnother()
    {
        await using var storage = new TemporaryStorage();
        var large = Messages.Sensor("LARGE", "0", $$"""{"customer":"{{new string('x', 2_000)}}"}""");
        var pushes = new List<NewMessage>([.. Pushes(0, 10), large]);
        storage.Log.Append(pushes);
        foreach (var dictionary in new[] { "{\"sn\":\"\",\"type\":\"text\",\"createdTime\":"u8.ToArray(), "\"data\":{\"temperature\":,\"humidity\":"u8.ToArray() })
        {
            storage.Log.KeepDictionary(dictionary);
            var next = Pushes(pushes.Count, 10);
            storage.Log.Append(next);
            pushes.AddRange(next);
        }

        Assert.Equal(["0", "1", "2", "3"], SqliteReading.Rows(storage.LogFile, "SELECT DISTINCT codec FROM messages ORDER BY codec"));
        await AssertBodiesAsync(storage, pushes);
        await using var reopened = new TemporaryStorage(dataDirectory: storage.DataDirectory);
        await AssertBodiesAsync(reopened, pushes);
        reopened.Log.Append(Pushes(1_000, 1));
        Assert.Equal(3, reopened.InLog<int>("SELECT codec FROM messages ORDER BY id DESC LIMIT 1"));
    }

    [Fact]
    public async Task Body_WhoseDictionaryIsGone_IsAnErrorThatNamesItAndPasses()
    {
        await using var storage = Trained();
        storage.Log.Append(Pushes(5_000, 1));
        SqliteReading.Execute(storage.LogFile, "CREATE TABLE kept AS SELECT * FROM body_dictionaries; DELETE FROM body_dictionaries");

        var error = Assert.Throws<StorageException>(() => storage.Log.ReadAfter(storage.Log.LastId - 1, 1));
        var other = await Assert.ThrowsAsync<StorageException>(() => storage.Get<MessageQueries>().FindAsync(storage.Log.LastId, Cancelled));
        SqliteReading.Execute(storage.LogFile, "INSERT INTO body_dictionaries SELECT * FROM kept");

        Assert.Contains("dictionary 2", error.Message, StringComparison.Ordinal);
        Assert.Equal(error.Message, other.Message);
        Assert.Single(storage.Log.ReadAfter(storage.Log.LastId - 1, 1));
    }

    [Fact]
    public async Task Body_ThatIsBroken_LeavesItsMessageWithoutOneAndTheOthersWhole()
    {
        await using var storage = Trained();
        storage.Log.Append(Pushes(5_000, 2));
        SqliteReading.Execute(storage.LogFile, $"UPDATE stored_messages SET body = x'FFFFFFFFFFFF' WHERE id = {storage.Log.LastId - 1}");

        var messages = storage.Log.ReadAfter(storage.Log.LastId - 2, 2);
        var found = await storage.Get<MessageQueries>().FindAsync(storage.Log.LastId - 1, Cancelled);

        Assert.IsType<DamagedBodyException>(messages[0].Damage);
        Assert.IsType<DamagedBodyException>(found?.Damage);
        Assert.Null(messages[0].ReadPush());
        Assert.Null(messages[1].Damage);
        Assert.NotNull(messages[1].ReadPush());
    }

    private static TemporaryStorage Trained()
    {
        var storage = new TemporaryStorage();
        storage.Log.Append(Pushes(0, 2_500));
        Assert.True(storage.Get<DictionaryTrainer>().Train());
        return storage;
    }

    private static List<NewMessage> Pushes(int first, int count) =>
    [
        .. Enumerable.Range(first, count).Select(static i =>
        {
            var push = Messages.Sensor($"1031011{i % 50:X9}", $"{176_400_000_000_000_000 + i}", string.Create(CultureInfo.InvariantCulture, $$"""{"temperature":{{i % 400 / 10.0}},"humidity":{{i * 7 % 1000 / 10.0}},"battery":{{i % 100}} }"""), Messages.Noon.AddSeconds(i));
            return i % 10 == 0 ? push with { Sealed = """{"sn":"A","type":"text","encryptData":"eA=="}"""u8.ToArray() } : push;
        }),
    ];

    private static async Task AssertBodiesAsync(TemporaryStorage storage, List<NewMessage> newest)
    {
        var read = storage.Log.ReadAfter(storage.Log.LastId - newest.Count, newest.Count);
        var queried = await storage.Get<MessageQueries>().ReadAfterAsync(new MessageFilter(), storage.Log.LastId - newest.Count, newest.Count, Cancelled);
        foreach (var (index, push) in newest.Index())
        {
            Assert.Equal(read[index].Entry, queried[index].Entry);
            Assert.True(read[index].Body.Span.SequenceEqual(push.Body.Span) && queried[index].Body.Span.SequenceEqual(push.Body.Span));
            Assert.True(read[index].Sealed.Span.SequenceEqual(push.Sealed.Span) && queried[index].Sealed.Span.SequenceEqual(push.Sealed.Span));
        }
    }
}
