using System.Text;
using Sensoro.Dashboard.Diagnostics;
using Sensoro.Domain.Protocol;

namespace Sensoro.Dashboard.Webhook;

/// <summary>A push service with its keys ready for use: the present one first, then the one being rotated out.</summary>
internal sealed class RegisteredApplication
{
    public RegisteredApplication(ApplicationOptions options, ApplicationPushes pushes)
    {
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

    /// <summary>What it has sent.</summary>
    public ApplicationPushes Pushes { get; }

    public IReadOnlyList<byte[]> Secrets { get; }

    public IReadOnlyList<PushCipher> Ciphers { get; }

    private static IEnumerable<string> Present(params string?[] keys) => keys.Where(key => !string.IsNullOrEmpty(key)).Select(key => key ?? "");
}
