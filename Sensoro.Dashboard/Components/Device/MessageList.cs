using Sensoro.Dashboard.Live;
using Sensoro.Domain.Ledger;

namespace Sensoro.Dashboard.Components.Device;

/// <summary>The ledger of one device as far as it was paged, newest first.</summary>
internal sealed class MessageList(string sn)
{
    public const int PageSize = 50;

    /// <summary>A page left open for days must not grow for ever; what falls off can be paged in again.</summary>
    private const int MaxEntries = 1_000;

    private readonly List<LedgerEntry> _entries = [];

    public IReadOnlyList<LedgerEntry> Entries => _entries;

    /// <summary>Whether there may be older messages.</summary>
    public bool HasOlder { get; private set; }

    /// <summary>Where the next page starts.</summary>
    public long? Oldest => _entries.Count == 0 ? null : _entries[^1].Id;

    /// <summary>Starts anew with the newest page.</summary>
    public void Load(IReadOnlyList<LedgerEntry> page)
    {
        _entries.Clear();
        Append(page);
    }

    /// <summary>Adds an older page.</summary>
    public void Append(IReadOnlyList<LedgerEntry> page)
    {
        _entries.AddRange(page.Where(entry => Oldest is not { } oldest || entry.Id < oldest));
        HasOlder = page.Count >= PageSize;
    }

    public NewsOutcome Apply(FeedUpdate update)
    {
        if (update.SkippedMessages > 0 && update.Devices.Any(change => string.Equals(change.Device.Sn, sn, StringComparison.Ordinal)))
        {
            return NewsOutcome.Reload;
        }

        var newest = _entries.Count == 0 ? 0 : _entries[0].Id;
        var news = update.Messages.Where(entry => entry.Id > newest && string.Equals(entry.Sn, sn, StringComparison.Ordinal)).OrderByDescending(static entry => entry.Id).ToArray();
        if (news.Length == 0)
        {
            return NewsOutcome.Nothing;
        }

        _entries.InsertRange(0, news);
        if (_entries.Count > MaxEntries)
        {
            _entries.RemoveRange(MaxEntries, _entries.Count - MaxEntries);
            HasOlder = true;
        }

        return NewsOutcome.Changed;
    }
}
