using System.Collections.Immutable;
using Sensoro.Domain.Ledger;

namespace Sensoro.Dashboard.Quarantine;

/// <summary>Adds up what comes of one run.</summary>
internal sealed class QuarantineTally
{
    private readonly Dictionary<VerdictKind, int> _verdicts = [];
    private readonly HashSet<string> _devices = new(StringComparer.Ordinal);
    private DateTimeOffset? _oldest;
    private DateTimeOffset? _newest;
    private int _done;

    public void AddDeleted(int count) => _done += count;

    public void AddRefused() => Count(VerdictKind.Refused);

    public void Add(VerdictKind kind, NewMessage message)
    {
        Count(kind);
        if (message.Sn is { } sn)
        {
            _devices.Add(sn);
        }

        if (message.CreatedAt is { } at)
        {
            _oldest = _oldest < at ? _oldest : at;
            _newest = _newest > at ? _newest : at;
        }
    }

    public QuarantineRun Into(QuarantineRun run) => run with
    {
        Done = _done,
        Verdicts = _verdicts.ToImmutableDictionary(),
        Devices = _devices.Count,
        OldestReport = _oldest,
        NewestReport = _newest,
    };

    private void Count(VerdictKind kind)
    {
        _done++;
        _verdicts[kind] = _verdicts.GetValueOrDefault(kind) + 1;
    }
}
