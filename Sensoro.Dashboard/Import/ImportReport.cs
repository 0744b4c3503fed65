using Sensoro.Domain.Ledger;

namespace Sensoro.Dashboard.Import;

/// <summary>What became of the lines of an import: lines = stored + duplicates + conflicts + refused.</summary>
internal sealed class ImportReport
{
    /// <summary>More refusals than this are only counted.</summary>
    public const int MostRefusals = 20;

    private readonly List<ImportRefusal> _refusals = [];

    public long Stored { get; private set; }

    public long Duplicates { get; private set; }

    public long Conflicts { get; private set; }

    public long Refused { get; private set; }

    public long Lines => Stored + Duplicates + Conflicts + Refused;

    public IReadOnlyList<ImportRefusal> Refusals => _refusals;

    public void Count(IReadOnlyList<AppendOutcome> outcomes)
    {
        foreach (var outcome in outcomes)
        {
            switch (outcome.Kind)
            {
                case AppendKind.Stored:
                    Stored++;
                    break;
                case AppendKind.Duplicate:
                    Duplicates++;
                    break;
                case AppendKind.Conflict:
                    Conflicts++;
                    break;
            }
        }
    }

    public void Refuse(long line, string reason)
    {
        Refused++;
        if (_refusals.Count < MostRefusals)
        {
            _refusals.Add(new ImportRefusal(line, reason));
        }
    }
}
