using Microsoft.Extensions.Options;

namespace Sensoro.Dashboard.Admission;

/// <summary>A proxy that is misspelt would silently not be one; a network of everybody would let everybody be anybody.</summary>
internal sealed class ProxyOptionsValidator : IValidateOptions<ProxyOptions>
{
    public ValidateOptionsResult Validate(string? name, ProxyOptions options)
    {
        var faults = options.Texts.Index().Select(static entry => Fault($"{ProxyOptions.Section}:{entry.Index}", entry.Item)).OfType<string>().ToList();
        if (options.TrustsEverybody)
        {
            faults.Add($"{ProxyOptions.TrustEverybodyKey} must not be set: it lets anybody claim to come from anywhere. Name the reverse proxy in {ProxyOptions.Section}:0 instead.");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static string? Fault(string key, string text) => ProxyOptions.Parse(text) switch
    {
        null => $"{key} must be the address or the network of a reverse proxy, such as 127.0.0.1 or 10.0.0.0/24.",
        { PrefixLength: 0 } => $"{key} names every address there is, so that anybody could claim to come from anywhere; name the proxy's own.",
        _ => null,
    };
}
