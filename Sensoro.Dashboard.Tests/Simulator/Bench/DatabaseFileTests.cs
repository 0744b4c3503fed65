using Sensoro.Dashboard.Tests.Integration;
using Sensoro.Dashboard.Tests.Storage;
using Sensoro.Simulator.Bench.Audit;

namespace Sensoro.Dashboard.Tests.Simulator.Bench;

public sealed class DatabaseFileTests
{
    private const string Numbers = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 40000)";

    [Fact]
    public void BytesOf_EveryTableAndIndex_AddUpToTheFile()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("some.db");
        File.Create(path).Dispose();
        SqliteReading.Execute(path, "CREATE TABLE rows (id INTEGER PRIMARY KEY, text TEXT); CREATE INDEX texts ON rows (text); CREATE TABLE series (a, b, c, PRIMARY KEY (a, b)) WITHOUT ROWID");
        SqliteReading.Execute(path, $"{Numbers} INSERT INTO rows SELECT i, 'text ' || i FROM n; {Numbers} INSERT INTO series SELECT i % 7, i, 0.5 FROM n");

        using var file = new DatabaseFile(path);

        Assert.Equal(file.Bytes(), file.BytesOf("rows") + file.BytesOf("texts") + file.BytesOf("series") + 4_096);
        Assert.Equal(40_000, file.Count("series"));
    }
}
