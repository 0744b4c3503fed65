using Sensoro.Domain.Readings;

namespace Sensoro.Dashboard.Components.Zone;

/// <summary>What the browser remembers about time zones: the reader's choice, and its own zone, which its script writes down on every visit.</summary>
internal static class ZoneCookies
{
    public const string Choice = "zone";

    /// <summary>Written by the script that runs before the first paint.</summary>
    public const string Browser = "browser-zone";

    /// <summary>Takes up the zone of whoever asks; everything that runs for this request and its circuit is in it.</summary>
    public static async Task FollowAsync(HttpContext context, RequestDelegate next)
    {
        var choice = ChoiceIn(context.Request.Cookies[Choice]);
        ReaderZone.Set(choice, choice switch
        {
            ZoneChoice.Browser => TimeZones.TryFind(context.Request.Cookies[Browser], out var zone) ? zone : null,
            ZoneChoice.Site => null,
            ZoneChoice.Utc => TimeZoneInfo.Utc,
        });
        await next(context);
    }

    public static ZoneChoice ChoiceIn(string? text) => Enum.TryParse<ZoneChoice>(text, ignoreCase: true, out var choice) && Enum.IsDefined(choice) ? choice : ZoneChoice.Browser;
}
