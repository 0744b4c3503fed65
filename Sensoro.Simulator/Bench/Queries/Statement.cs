using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Sensoro.Simulator.Bench.Queries;

/// <summary>A prepared INSERT, bound and run many million times.</summary>
internal sealed class Statement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    public Statement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle ?? throw new BenchException("The database is not open.");
        Check(raw.sqlite3_prepare_v3(_database, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement));
    }

    public Statement Bind(int index, long value)
    {
        Check(raw.sqlite3_bind_int64(_statement, index, value));
        return this;
    }

    public Statement Bind(int index, double value)
    {
        Check(raw.sqlite3_bind_double(_statement, index, value));
        return this;
    }

    public Statement Bind(int index, string value)
    {
        Check(raw.sqlite3_bind_text(_statement, index, Encoding.UTF8.GetBytes(value)));
        return this;
    }

    public void Run()
    {
        var code = raw.sqlite3_step(_statement);
        Check(code == raw.SQLITE_DONE ? raw.SQLITE_OK : code);
        Check(raw.sqlite3_reset(_statement));
    }

    public void Dispose() => _statement.Dispose();

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK)
        {
            throw new BenchException($"SQLite: {raw.sqlite3_errmsg(_database).utf8_to_string()}");
        }
    }
}
