using Microsoft.Extensions.Options;
using Sensoro.Domain.Readings;

namespace Sensoro.Dashboard.Components.Zone;

/// <summary>A zone that does not exist stops the start: every time on every page would be wrong.</summary>
internal sealed class SiteOptionsValidator : IValidateOptions<SiteOptions>
{
    public ValidateOptionsResult Validate(string? name, SiteOptions options) => options.TimeZone.Length == 0 || TimeZones.TryFind(options.TimeZone, out _)
        ? ValidateOptionsResult.Success
        : ValidateOptionsResult.Fail("Site:TimeZone must be the IANA name of a time zone, such as Asia/Shanghai or UTC.");
}
