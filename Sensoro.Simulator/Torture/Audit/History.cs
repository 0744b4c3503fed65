using Sensoro.Simulator.Torture.Sending;

namespace Sensoro.Simulator.Torture.Audit;

/// <summary>The histories of all senders of a run, read back from disk.</summary>
internal sealed class History
{
    private readonly Dictionary<long, PushRecord> _pushes = [];
    private readonly Dictionary<PushIdentity, PushRecord> _identities = [];
    private readonly List<HistoryEvent> _events = [];

    public IReadOnlyCollection<PushRecord> Pushes => _pushes.Values;

    /// <summary>In the order in which they happened.</summary>
    public IReadOnlyList<HistoryEvent> Events => _events;

    /// <summary>Number for the next new push.</summary>
    public long Next { get; private set; }

    public PushRecord? Find(in PushIdentity identity) => _identities.GetValueOrDefault(identity);

    public PushRecord? Find(long number) => _pushes.GetValueOrDefault(number);

    /// <summary>Reads what one sender has left. The end may be a line that the sender did not live to finish.</summary>
    public async Task ReadAsync(string file, CancellationToken cancellationToken)
    {
        var text = await File.ReadAllTextAsync(file, cancellationToken);
        Read(text[..(text.LastIndexOf('\n') + 1)]);
    }

    internal void Read(string text)
    {
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text[range];
            if (HistoryLine.TryReadSending(line, out var push))
            {
                RecordOf(push).CountSending();
                Note(push, isAcknowledgement: false);
            }
            else if (HistoryLine.TryReadHeard(line, out var number, out var status) && Find(number) is { } record)
            {
                record.CountHeard(status);
                if (status is >= 200 and < 300)
                {
                    Note(record.Push, isAcknowledgement: true);
                }
            }
        }
    }

    private void Note(TorturePush push, bool isAcknowledgement)
    {
        if (push.Intent == PushIntent.Good)
        {
            _events.Add(new HistoryEvent(push.Number, isAcknowledgement));
        }
    }

    private PushRecord RecordOf(TorturePush push)
    {
        if (!_pushes.TryGetValue(push.Number, out var record))
        {
            record = new PushRecord(push);
            _pushes.Add(push.Number, record);
            _identities.Add(push.Identity, record);
            Next = Math.Max(Next, push.Number + 1);
        }

        return record;
    }
}
