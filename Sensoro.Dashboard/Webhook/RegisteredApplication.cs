using System.Text;
using Sensoro.Dashboard.Diagnostics;
using Sensoro.Domain.Protocol;

namespace Sensoro.Dashboard.Webhook;

/// <summary>A push service with its keys ready for use: the present one first, then the one being rotated out.</summary>
internal sealed class RegisteredApplication
{
    private readonly ApplicationOptions _options;

    public RegisteredApplication(ApplicationOptions options, ApplicationPushes pushes)
    {
        _options = options;
        AppId = options.AppId;
        Pushes = pushes;
        Secrets = [.. Present(options.AppSecret, options.PreviousAppSecret).Select(Encoding.UTF8.GetBytes)];
        var ciphers = new List<PushCipher>();
        foreach (var key in Present(options.AppKey, options.PreviousAppKey))
        {
            if (PushCipher.TryCreate(key, AppId, out var cipher) && cipher is not null)
            {
                ciphers.Add(cipher);
            }
        }

        Ciphers = ciphers;
    }

    public string AppId { get; }

    public string DisplayName => string.IsNullOrEmpty(_options.Name) ? AppId : _options.Name;

    /// <summary>What it has sent.</summary>
    public ApplicationPushes Pushes { get; }

    public IReadOnlyList<byte[]> Secrets { get; }

    public IReadOnlyList<PushCipher> Ciphers { get; }

    /// <summary>
    /// The same application as if these keys had been entered, to find out what is wrong with a setting: nothing is accepted with
    /// it. An empty text leaves that key as it is.
    /// </summary>
    public RegisteredApplication WithKeys(string appKey, string appSecret) => new(
        new ApplicationOptions
        {
            AppId = AppId,
            Name = _options.Name,
            AppKey = appKey.Length > 0 ? appKey : _options.AppKey,
            AppSecret = appSecret.Length > 0 ? appSecret : _options.AppSecret,
        },
        new ApplicationPushes());

    /// <summary>The same application with the keys of another one.</summary>
    public RegisteredApplication WithKeysOf(RegisteredApplication other) => WithKeys(other._options.AppKey, other._options.AppSecret);

    /// <summary>The same application as if AppKey and AppSecret had been entered in each other's place.</summary>
    public RegisteredApplication WithKeysSwapped() => WithKeys(_options.AppSecret, _options.AppKey);

    private static IEnumerable<string> Present(params string?[] keys) => keys.Where(key => !string.IsNullOrEmpty(key)).Select(key => key ?? "");
}
