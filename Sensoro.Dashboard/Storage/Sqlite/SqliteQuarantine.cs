using Microsoft.Data.Sqlite;
using Sensoro.Domain.Ledger;

namespace Sensoro.Dashboard.Storage.Sqlite;

/// <summary>
/// Keeps refused pushes within their bounds, on the log's writing connection. Those that nobody vouches for make room at the
/// expense of whoever sent most of them, so that one noisy address does not push the others out. Used by one thread at a time.
/// </summary>
internal sealed class SqliteQuarantine : IDisposable
{
    private const int MostRemovedAtOnce = 64;

    private readonly QuarantineOptions _bounds;
    private readonly SqliteStatement _begin;
    private readonly SqliteStatement _commit;
    private readonly SqliteStatement _rollBack;
    private readonly SqliteStatement _add;
    private readonly SqliteStatement _countDelivery;
    private readonly SqliteStatement _totals;
    private readonly SqliteStatement _crowd;
    private readonly SqliteStatement _removeOldest;
    private readonly SqliteStatement _removeOlder;
    private readonly SqliteStatement _remove;
    private readonly QuarantineFill _authentic = new();
    private readonly QuarantineFill _unverified = new();

    public SqliteQuarantine(SqliteConnection connection, QuarantineOptions bounds)
    {
        _bounds = bounds;
        _begin = new SqliteStatement(connection, "BEGIN IMMEDIATE");
        _commit = new SqliteStatement(connection, "COMMIT");
        _rollBack = new SqliteStatement(connection, "ROLLBACK");
        _add = new SqliteStatement(connection, SqliteQuarantineSql.Add);
        _countDelivery = new SqliteStatement(connection, SqliteQuarantineSql.CountDelivery);
        _totals = new SqliteStatement(connection, SqliteQuarantineSql.Totals);
        _crowd = new SqliteStatement(connection, SqliteQuarantineSql.Crowd);
        _removeOldest = new SqliteStatement(connection, SqliteQuarantineSql.RemoveOldest);
        _removeOlder = new SqliteStatement(connection, SqliteQuarantineSql.RemoveOlder);
        _remove = new SqliteStatement(connection, SqliteQuarantineSql.Remove);
        AddUp();
    }

    /// <summary>Pushes that are kept.</summary>
    public long Count => _authentic.Rows + _unverified.Rows;

    /// <summary>Keeps each push once, in one transaction. A push that is there already is counted.</summary>
    public void Keep(IReadOnlyList<RefusedPush> pushes) => Run(() =>
    {
        foreach (var push in pushes)
        {
            KeepOne(push);
        }

        MakeRoom(isAuthentic: true, _bounds.MaxAuthentic, _bounds.MaxAuthenticBytes);
        MakeRoom(isAuthentic: false, _bounds.MaxUnverified, _bounds.MaxUnverifiedBytes);
        return pushes.Count;
    });

    public void Remove(IReadOnlyList<long> ids) => Run(() => ids.Sum(id => Removed(_remove.Bind(1, id))));

    /// <summary>Removes at most <paramref name="limit"/> of each kind that have been kept long enough, and returns how many.</summary>
    public int RemoveOlder(DateTimeOffset now, int limit) => Run(() =>
        Removed(_removeOlder.Bind(1, true).Bind(2, now - _bounds.KeepAuthentic).Bind(3, (long)limit))
        + Removed(_removeOlder.Bind(1, false).Bind(2, now - _bounds.KeepUnverified).Bind(3, (long)limit)));

    public void Dispose()
    {
        foreach (var statement in new[] { _begin, _commit, _rollBack, _add, _countDelivery, _totals, _crowd, _removeOldest, _removeOlder, _remove })
        {
            statement.Dispose();
        }
    }

    private void KeepOne(RefusedPush push)
    {
        var identity = push.Identity();
        var added = _add.BindBlob(1, identity).Bind(2, push.AppId).Bind(3, RefusalReasons.Text(push.Reason)).Bind(4, push.Detail)
            .Bind(5, push.IsAuthentic).Bind(6, push.Address).Bind(7, push.Url).Bind(8, push.Nonce).BindBlob(9, push.Signature.Span)
            .Bind(10, push.Sn).Bind(11, push.ReceivedAt).Bind(12, (long)push.Body.Length).BindBlob(13, push.Body.Span).RunAndCount();
        if (added == 0)
        {
            _countDelivery.BindBlob(1, identity).Bind(2, push.ReceivedAt).Bind(3, push.Nonce).BindBlob(4, push.Signature.Span).Run();
        }
        else
        {
            Fill(push.IsAuthentic).Add(1, push.Body.Length);
        }
    }

    private void MakeRoom(bool isAuthentic, long mostRows, long mostBytes)
    {
        var fill = Fill(isAuthentic);
        while (fill.Rows > mostRows || fill.Bytes > mostBytes)
        {
            var some = long.Clamp(fill.Rows - mostRows, 1, MostRemovedAtOnce);
            if (Removed(_removeOldest.Bind(1, isAuthentic).Bind(2, isAuthentic ? null : Crowd()).Bind(3, some)) == 0)
            {
                return;
            }
        }
    }

    private int Removed(SqliteStatement removal)
    {
        var removed = 0;
        for (; removal.Step(); removed++)
        {
            Fill(removal.Int32(0) != 0).Add(-1, -removal.Int64(1));
        }

        return removed;
    }

    private string? Crowd()
    {
        var address = _crowd.Bind(1, false).Step() ? _crowd.Text(0) : null;
        _crowd.Reset();
        return address;
    }

    private QuarantineFill Fill(bool isAuthentic) => isAuthentic ? _authentic : _unverified;

    private void AddUp()
    {
        _authentic.Clear();
        _unverified.Clear();
        while (_totals.Step())
        {
            Fill(_totals.Int32(0) != 0).Add(_totals.Int64(1), _totals.Int64(2));
        }
    }

    private int Run(Func<int> work)
    {
        _begin.Run();
        try
        {
            var done = work();
            _commit.Run();
            return done;
        }
        catch
        {
            TakeBack();
            throw;
        }
    }

    private void TakeBack()
    {
        try
        {
            _rollBack.Run();
            AddUp();
        }
        catch (SqliteException)
        {
            // The first error is the one that counts, and the connection is given up after it.
        }
    }
}
