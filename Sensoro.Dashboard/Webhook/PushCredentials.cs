using System.Runtime.InteropServices;

namespace Sensoro.Dashboard.Webhook;

/// <summary>What the three headers of a push say, checked for form: enough to decide whether its body is worth reading.</summary>
/// <param name="Application">The push service the push claims to come from; null for a push let in without a signature.</param>
/// <param name="Nonce">The nonce exactly as it enters the signature.</param>
/// <param name="SentAt">The nonce as a time.</param>
/// <param name="Signature">The decoded signature, 32 bytes.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PushCredentials(RegisteredApplication? Application, string Nonce, DateTimeOffset SentAt, byte[] Signature)
{
    public static PushCredentials Unsigned { get; } = new(null, "", default, []);

    public bool IsSigned => Application is not null;
}
