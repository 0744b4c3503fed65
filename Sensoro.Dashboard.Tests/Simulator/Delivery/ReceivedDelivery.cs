using System.Text;
using Sensoro.Domain.Protocol;

namespace Sensoro.Dashboard.Tests.Simulator.Delivery;

/// <summary>One request as it arrived at a <see cref="ScriptedReceiver"/>.</summary>
internal sealed record ReceivedDelivery(string AppId, string Nonce, string Signature, string? ContentType, byte[] Body)
{
    /// <summary>Whether the sample application signed this delivery for the given URL.</summary>
    public bool IsSignedFor(string url)
    {
        var signature = new byte[PushSignature.Size];
        return PushSignature.TryDecode(Signature, signature)
            && PushSignature.Verify(Encoding.UTF8.GetBytes(SampleFleet.AppSecret), Nonce, "POST", Encoding.UTF8.GetBytes(url), Body, signature);
    }
}
