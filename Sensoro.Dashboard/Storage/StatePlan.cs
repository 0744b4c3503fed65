namespace Sensoro.Dashboard.Storage;

/// <summary>Cuts a span into parts whose states the roll-ups tell and parts that have to be read.</summary>
/// <param name="interval">How often the device reports, milliseconds.</param>
/// <param name="lostAfter">A longer silence is a gap.</param>
/// <param name="rawFrom">Readings before it are gone.</param>
internal sealed class StatePlan(long interval, long lostAfter, long rawFrom)
{
    /// <summary>More reports are not read for one series; what they would tell is blurred.</summary>
    public const long MaxReadings = 200_000;

    private readonly List<StatePiece> _pieces = [];
    private long _readings;
    private long _slack;

    public IReadOnlyList<StatePiece> Pieces => _pieces;

    /// <summary>All reports of the roll-up say the same and they are too many to leave a gap between them.</summary>
    public bool IsTold(StateRollup rollup) =>
        rollup.IsUniform && (rollup.Count == 1 || rollup.Slack(interval) <= lostAfter - interval);

    public void Add(StateRollup rollup)
    {
        if (IsTold(rollup) || (rollup.IsUniform && rollup.At < rawFrom))
        {
            AddUniform(rollup);
        }
        else if (rollup.At < rawFrom || _readings + rollup.Count > MaxReadings)
        {
            _pieces.Add(new(rollup.At, rollup.End, StatePieceKind.Blurred, Changes: rollup.IsUniform ? 0 : rollup.First == rollup.Last ? 2 : 1));
        }
        else
        {
            _readings += rollup.Count;
            AddReadings(rollup.At, rollup.End);
        }
    }

    public void AddReadings(long from, long to)
    {
        if (from >= to)
        {
            return;
        }

        if (_pieces is [.., { Kind: StatePieceKind.Readings } last] && last.To == from)
        {
            _pieces[^1] = last with { To = to };
            return;
        }

        _pieces.Add(new(from, to, StatePieceKind.Readings));
    }

    private void AddUniform(StateRollup rollup)
    {
        var slack = rollup.Slack(interval);
        if (_pieces is [.., { Kind: StatePieceKind.Uniform } last] && last.Active == rollup.First && _slack + rollup.At - last.To + slack <= lostAfter)
        {
            _pieces[^1] = last with { To = rollup.End };
        }
        else
        {
            _pieces.Add(new(rollup.At, rollup.End, StatePieceKind.Uniform, rollup.First));
        }

        _slack = slack;
    }
}
