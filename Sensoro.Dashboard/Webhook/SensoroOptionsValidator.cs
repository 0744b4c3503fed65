using Microsoft.Extensions.Options;
using Sensoro.Domain.Protocol;

namespace Sensoro.Dashboard.Webhook;

/// <summary>Names the key, the fault and what is accepted; never the secret itself.</summary>
internal sealed class SensoroOptionsValidator : IValidateOptions<SensoroOptions>
{
    private const int SmallestBodyLimit = 1_024;
    private const int LargestBodyLimit = 64 * 1_048_576;

    public ValidateOptionsResult Validate(string? name, SensoroOptions options)
    {
        var faults = Applications(options).Concat(Urls(options)).Concat(Limits(options)).ToArray();
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Applications(SensoroOptions options)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < options.Applications.Count; i++)
        {
            var (application, key) = (options.Applications[i], $"Sensoro:Applications:{i}");
            if (string.IsNullOrWhiteSpace(application.AppId))
            {
                yield return $"{key}:AppId is empty; give the AppID of the push service.";
                continue;
            }

            if (!seen.Add(application.AppId))
            {
                yield return $"{key}:AppId is named twice; give each push service one entry (PreviousAppKey and PreviousAppSecret are for rotation).";
            }

            if (string.IsNullOrWhiteSpace(application.AppSecret))
            {
                yield return $"{key}:AppSecret is empty; give the AppSecret of the push service.";
            }

            foreach (var (part, appKey) in new[] { ("AppKey", application.AppKey), ("PreviousAppKey", application.PreviousAppKey ?? "") })
            {
                if (appKey.Length > 0 && !PushCipher.TryCreate(appKey, application.AppId, out _))
                {
                    yield return $"{key}:{part} is not an AppKey; it must be the 43 characters that SENSORO shows (letters, digits, + and /).";
                }
            }
        }
    }

    private static IEnumerable<string> Urls(SensoroOptions options)
    {
        for (var i = 0; i < options.WebhookUrls.Count; i++)
        {
            var url = options.WebhookUrls[i];
            if (!Uri.TryCreate(url, UriKind.Absolute, out var parsed) || parsed.Scheme is not ("http" or "https"))
            {
                yield return $"Sensoro:WebhookUrls:{i} is not an address; give the full text registered at SENSORO, such as https://example.com/webhook.";
            }
        }
    }

    private static IEnumerable<string> Limits(SensoroOptions options)
    {
        if (options.NonceTolerance <= TimeSpan.Zero || options.NonceTolerance > TimeSpan.FromDays(7))
        {
            yield return "Sensoro:NonceTolerance must be a time span above 00:00:00 and up to 7.00:00:00.";
        }

        if (options.MaxBodyBytes is < SmallestBodyLimit or > LargestBodyLimit)
        {
            yield return $"Sensoro:MaxBodyBytes must be a whole number from {SmallestBodyLimit} to {LargestBodyLimit}.";
        }
    }
}
