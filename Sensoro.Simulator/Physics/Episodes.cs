namespace Sensoro.Simulator.Physics;

/// <summary>
/// Something that is mostly quiet and sometimes happens for a while: smoke, a leak, an open cover. Each episode has an onset and
/// an end, known ahead, so that a device can report at that very moment as real alarm sensors do.
/// </summary>
internal sealed class Episodes(SeededRandom random, TimeSpan meanQuiet, TimeSpan shortest, TimeSpan longest)
{
    private DateTimeOffset _onset = DateTimeOffset.MaxValue;
    private DateTimeOffset _end = DateTimeOffset.MaxValue;
    private bool _planned;

    /// <summary>When an episode may begin; one that would begin at another time does not happen. Null: at any time.</summary>
    public Func<DateTimeOffset, bool>? Possible { get; init; }

    public bool IsActive { get; private set; }

    /// <summary>The end of the present episode, or the onset of the next one.</summary>
    public DateTimeOffset ChangesAt => IsActive ? _end : _onset;

    public bool At(DateTimeOffset at)
    {
        if (!_planned)
        {
            Plan(at);
        }

        while (at >= _end)
        {
            Plan(_end);
        }

        IsActive = at >= _onset;
        return IsActive;
    }

    /// <summary>Makes the next episode begin at a chosen moment; one that is going on lasts until that episode's end instead.</summary>
    public void Stage(DateTimeOffset stagedOnset, TimeSpan length)
    {
        _onset = IsActive ? _onset : stagedOnset;
        _end = stagedOnset + length;
        _planned = true;
    }

    private void Plan(DateTimeOffset from)
    {
        _planned = true;
        _onset = from;
        do
        {
            _onset += random.Waiting(meanQuiet) + TimeSpan.FromMilliseconds(1);
        }
        while (Possible is { } possible && !possible(_onset));

        _end = _onset + random.Between(shortest, longest);
    }
}
