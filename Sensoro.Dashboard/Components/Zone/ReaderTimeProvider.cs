using Microsoft.Extensions.Options;
using Sensoro.Domain.Readings;

namespace Sensoro.Dashboard.Components.Zone;

/// <summary>The clock of this machine, whose local zone is the reader's: what says a time says it in that zone without being told.</summary>
internal sealed class ReaderTimeProvider(IOptions<SiteOptions> site) : TimeProvider
{
    private readonly TimeZoneInfo _site = TimeZones.TryFind(site.Value.TimeZone, out var zone) ? zone : TimeZoneInfo.Local;

    public override TimeZoneInfo LocalTimeZone => ReaderZone.Zone ?? _site;
}
