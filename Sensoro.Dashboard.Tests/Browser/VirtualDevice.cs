using Microsoft.Playwright;

namespace Sensoro.Dashboard.Tests.Browser;

/// <summary>A device with a finger reader, as Chromium plays one for tests.</summary>
internal sealed class VirtualDevice(ICDPSession session, string id)
{
    public static async Task<VirtualDevice> AttachAsync(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("WebAuthn.enable", With(("enableUI", false)));
        var answer = await session.SendAsync("WebAuthn.addVirtualAuthenticator", With(("options", With(
            ("protocol", "ctap2"), ("transport", "internal"), ("hasResidentKey", true), ("hasUserVerification", true), ("isUserVerified", true), ("automaticPresenceSimulation", true)))));
        var id = answer?.GetProperty("authenticatorId").GetString() ?? throw new InvalidOperationException("Chromium made no authenticator.");
        return new VirtualDevice(session, id);
    }

    /// <summary>Whether the finger is the owner's.</summary>
    public Task VerifyAsync(bool isOwner) => session.SendAsync("WebAuthn.setUserVerified", With(("authenticatorId", id), ("isUserVerified", isOwner)));

    private static Dictionary<string, object> With(params IEnumerable<(string Name, object Value)> arguments) =>
        arguments.ToDictionary(static argument => argument.Name, static argument => argument.Value, StringComparer.Ordinal);
}
