using System.Globalization;
using Sensoro.Dashboard.Access;
using Sensoro.Dashboard.Components.Elements;

namespace Sensoro.Dashboard.Components.Tokens;

/// <summary>What an administrator has chosen for a new token.</summary>
internal sealed class TokenForm(TimeProvider time)
{
    /// <summary>Stands among the days for a day of one's own.</summary>
    public const int OnADay = 0;

    private const int LongestDays = 365;
    private const string DayFormat = "yyyy-MM-dd";

    public static IReadOnlyList<int> Days { get; } = [7, 30, 90, LongestDays];

    public string Name { get; set; } = "";

    public TokenScope Scopes { get; private set; } = TokenScope.Read;

    /// <summary>One of <see cref="Days"/> or <see cref="OnADay"/>.</summary>
    public int Lifetime { get; set; } = 90;

    /// <summary>The last day on which the token counts, as browsers write days.</summary>
    public string LastDay { get; set; } = "";

    public string FirstChoice => Today().ToString(DayFormat, CultureInfo.InvariantCulture);

    public string LastChoice => Today().AddDays(LongestDays).ToString(DayFormat, CultureInfo.InvariantCulture);

    /// <summary>When it ends; the beginning of time when the day is none.</summary>
    public DateTimeOffset ExpiresAt =>
        Lifetime != OnADay ? time.GetUtcNow().AddDays(Lifetime)
        : DateOnly.TryParseExact(LastDay, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day >= Today() && day <= Today().AddDays(LongestDays)
            ? LocalDay.Moment(day.AddDays(1).ToDateTime(TimeOnly.MinValue), time.LocalTimeZone)
            : DateTimeOffset.MinValue;

    public void Choose(TokenScope scope, bool isChosen) => Scopes = isChosen ? Scopes | scope : Scopes & ~scope;

    private DateOnly Today() => DateOnly.FromDateTime(time.GetLocalNow().DateTime);
}
