namespace Sensoro.Simulator.Physics;

/// <summary>
/// Something that is mostly quiet and sometimes happens for a while: smoke, a leak, an open cover. Each episode has an onset and
/// an end, known ahead, so that a device can report at that very moment as real alarm sensors do.
/// </summary>
internal sealed class Episodes(SeededRandom random, TimeSpan meanQuiet, TimeSpan shortest, TimeSpan longest)
{
    private DateTimeOffset onset = DateTimeOffset.MaxValue;
    private DateTimeOffset end = DateTimeOffset.MaxValue;
    private bool planned;

    /// <summary>When an episode may begin; one that would begin at another time does not happen. Null: at any time.</summary>
    public Func<DateTimeOffset, bool>? Possible { get; init; }

    public bool IsActive { get; private set; }

    /// <summary>The end of the present episode, or the onset of the next one.</summary>
    public DateTimeOffset ChangesAt => IsActive ? end : onset;

    public bool At(DateTimeOffset at)
    {
        if (!planned)
        {
            Plan(at);
        }

        while (at >= end)
        {
            Plan(end);
        }

        IsActive = at >= onset;
        return IsActive;
    }

    /// <summary>Makes the next episode begin at a chosen moment; one that is going on lasts until that episode's end instead.</summary>
    public void Stage(DateTimeOffset stagedOnset, TimeSpan length)
    {
        onset = IsActive ? onset : stagedOnset;
        end = stagedOnset + length;
        planned = true;
    }

    private void Plan(DateTimeOffset from)
    {
        planned = true;
        onset = from;
        do
        {
            onset += random.Waiting(meanQuiet) + TimeSpan.FromMilliseconds(1);
        }
        while (Possible is { } possible && !possible(onset));

        end = onset + random.Between(shortest, longest);
    }
}
