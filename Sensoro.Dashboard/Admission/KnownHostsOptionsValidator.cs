using Microsoft.Extensions.Options;

namespace Sensoro.Dashboard.Admission;

/// <summary>What could never be a host of a request would lock everybody out.</summary>
internal sealed class KnownHostsOptionsValidator : IValidateOptions<KnownHostsOptions>
{
    private const string Any = "*";

    public ValidateOptionsResult Validate(string? name, KnownHostsOptions options) => options.Listed.All(IsHost)
        ? ValidateOptionsResult.Success
        : ValidateOptionsResult.Fail($"{KnownHostsOptions.Key} must be host names without scheme and port, separated by semicolons, such as localhost;sensors.example.com; *.example.com stands for all below it.");

    private static bool IsHost(string text) => text == Any || Uri.CheckHostName(text.StartsWith("*.", StringComparison.Ordinal) ? text[2..] : text.Trim('[', ']')) != UriHostNameType.Unknown;
}
