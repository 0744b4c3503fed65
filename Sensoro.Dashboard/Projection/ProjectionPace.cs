namespace Sensoro.Dashboard.Projection;

/// <summary>
/// How long the projection rests after a fold. What a fold costs is the pages it touches: with a thousand devices a message costs
/// some 100 µs in folds of 1,000 and a quarter of that in folds of 16,384, so under load folds must be few and large. A rest of nine
/// times what the fold took does that by itself: it bounds folding to a tenth of one core while folds are small, and as soon as
/// pushes come faster than such folds can carry them, folds grow until the rest reaches its limit. At idle the fold of one push takes
/// a fraction of a millisecond and the rest is over before anybody sends again. The limit keeps what waits below two seconds: the
/// rest, and the fold of what came meanwhile, which under full load takes about as long again; with a second of rest two were
/// exceeded.
/// </summary>
internal static class ProjectionPace
{
    /// <summary>Messages in one fold. More would not be cheaper any more, and would hold the write lock longer.</summary>
    public const int FullFold = 16_384;

    /// <summary>So many waiting messages end a rest: a fold of them is cheap enough, and whoever waits longer only makes the pages late.</summary>
    public const int EnoughToGoOn = 6_144;

    private const int RestFactor = 9;

    public static readonly TimeSpan LongestRest = TimeSpan.FromMilliseconds(200);

    public static TimeSpan RestAfter(int messages, TimeSpan took)
    {
        if (messages >= FullFold)
        {
            return TimeSpan.Zero; // more is waiting
        }

        var rest = took * RestFactor;
        return rest < LongestRest ? rest : LongestRest;
    }
}
