using System.Security.Cryptography;
using Sensoro.Dashboard.Webhook;

namespace Sensoro.Dashboard.Demo;

/// <summary>The push service that the demo fleet pretends to be: keys made anew at each start, known to nobody else.</summary>
internal sealed class DemoKeys
{
    public const string AppId = "demo-fleet";
    private const int KeyBytes = 32;

    public string AppKey { get; } = Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes)).TrimEnd('=');

    public string AppSecret { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyBytes));

    public ApplicationOptions ToApplication() => new() { Name = "Demo fleet", AppId = AppId, AppKey = AppKey, AppSecret = AppSecret };
}
