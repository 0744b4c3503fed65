using System.Globalization;
using System.Text;
using System.Text.Json;
using Sensoro.Domain.Ledger;
using Sensoro.Simulator.Bench.Servers;
using Sensoro.Simulator.Torture.Sending;

namespace Sensoro.Simulator.Torture.Audit;

/// <summary>
/// Asks the running program what it shows and holds it against the rows of the log and the pushes as they were sent: every message
/// with its text, and the newest value of every device.
/// </summary>
internal sealed class ScreenAudit(History history, IReadOnlyList<StoredMessage> rows, Violations violations)
{
    private const int PageSize = 1_000;

    /// <param name="dashboard">Has folded its whole log.</param>
    /// <param name="after">Messages up to this one have been read before.</param>
    public async Task CheckAsync(DashboardChild dashboard, long after, CancellationToken cancellationToken)
    {
        var stats = await dashboard.StatsAsync(cancellationToken);
        if (stats.LastId != rows.Count || stats.FoldedId != rows.Count)
        {
            violations.Add(Rule.Shown, string.Create(CultureInfo.InvariantCulture, $"{rows.Count} rows, but the last message is {stats.LastId} and the last folded {stats.FoldedId}"));
        }

        await CheckMessagesAsync(dashboard, after, cancellationToken);
        await CheckDevicesAsync(dashboard, cancellationToken);
    }

    private static string Page(FormattableString path) => path.ToString(CultureInfo.InvariantCulture);

    private async Task CheckMessagesAsync(DashboardChild dashboard, long after, CancellationToken cancellationToken)
    {
        for (var read = after; read < rows.Count;)
        {
            using var page = JsonDocument.Parse(await dashboard.GetAsync(Page($"/api/v1/messages?after={read}&limit={PageSize}"), cancellationToken));
            var items = page.RootElement.GetProperty("items");
            foreach (var item in items.EnumerateArray())
            {
                Check(item, rows[(int)read]);
                read++;
            }

            if (items.GetArrayLength() == 0)
            {
                violations.Add(Rule.Shown, string.Create(CultureInfo.InvariantCulture, $"nothing is shown behind message {read} of {rows.Count}"));
                return;
            }
        }
    }

    private void Check(JsonElement item, StoredMessage row)
    {
        var source = item.GetProperty("sn").GetString() ?? PushIdentity.OfTask(item.GetProperty("taskId").GetString());
        var text = ContentHash.Of(Encoding.UTF8.GetBytes(item.GetProperty("body").GetString() ?? ""));
        var isSame = item.GetProperty("id").GetInt64() == row.Id
            && source == row.Identity.Source
            && item.GetProperty("msgId").GetString() == row.Identity.MsgId
            && item.GetProperty("deliveries").GetInt64() == row.Deliveries
            && (history.Find(row.Identity) is not { } push || push.Push.TextHash == text);
        if (!isSame)
        {
            violations.Add(Rule.Shown, string.Create(CultureInfo.InvariantCulture, $"message {row.Id}"));
        }
    }

    private async Task CheckDevicesAsync(DashboardChild dashboard, CancellationToken cancellationToken)
    {
        using var page = JsonDocument.Parse(await dashboard.GetAsync(Page($"/api/v1/devices?pageSize={PageSize}"), cancellationToken));
        var shown = page.RootElement.GetProperty("items").EnumerateArray().ToDictionary(
            static device => device.GetProperty("sn").GetString() ?? "",
            static device => device.GetProperty("latest").GetProperty("temperature").GetProperty("value").GetDouble(),
            StringComparer.Ordinal);
        var newest = rows.Select(row => history.Find(row.Identity)?.Push).OfType<TorturePush>()
            .Where(static push => !push.Identity.Source.StartsWith(PushIdentity.OfTask(null), StringComparison.Ordinal))
            .GroupBy(static push => push.Identity.Source, StringComparer.Ordinal)
            .ToDictionary(static device => device.Key, static device => (double)device.MaxBy(static push => push.CreatedAt)!.Number, StringComparer.Ordinal);
        foreach (var sn in newest.Keys.Union(shown.Keys, StringComparer.Ordinal))
        {
            var (stored, seen) = (newest.GetValueOrDefault(sn, double.NaN), shown.GetValueOrDefault(sn, double.NaN));
            if (!stored.Equals(seen))
            {
                violations.Add(Rule.Shown, string.Create(CultureInfo.InvariantCulture, $"{sn} at {seen} instead of {stored}"));
            }
        }
    }
}
