namespace Sensoro.Dashboard.Storage.Sqlite;

/// <summary>The short numbers under which the state keeps metrics.</summary>
internal sealed class SqliteMetricIds(SqliteStatements statements)
{
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);

    /// <summary>The number of a metric; a new one is written down.</summary>
    public int Of(string key)
    {
        if (!_ids.TryGetValue(key, out var id))
        {
            id = _ids.Count + 1;
            statements.Of(SqliteStateSql.SaveMetric).Bind(1, (long)id).Bind(2, key).Run();
            _ids.Add(key, id);
        }

        return id;
    }

    public void Reload()
    {
        _ids.Clear();
        var metrics = statements.Of("SELECT key, id FROM metrics");
        while (metrics.Step())
        {
            _ids.Add(metrics.Text(0), metrics.Int32(1));
        }
    }
}
