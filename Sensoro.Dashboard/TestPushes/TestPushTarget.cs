namespace Sensoro.Dashboard.TestPushes;

/// <summary>An address a test push can be sent to. Whatever it is, the registered text is what enters the signature.</summary>
/// <param name="Address">Where the push is posted.</param>
/// <param name="SignedUrl">The text registered at SENSORO.</param>
/// <param name="IsLocal">Posted straight to this program, past everything between it and SENSORO.</param>
public sealed record TestPushTarget(Uri Address, string SignedUrl, bool IsLocal);
