namespace Sensoro.Dashboard.Security.SignIn;

/// <summary>A try to sign in that let nobody in.</summary>
/// <param name="Outcome">Why not.</param>
/// <param name="IsPasskey">Whether a passkey was shown instead of a password.</param>
/// <param name="UserName">The name that was typed, so that it need not be typed again.</param>
/// <param name="IsKept">Whether they wanted to stay signed in.</param>
internal sealed record LastTryTicket(SignInOutcome Outcome, bool IsPasskey, string UserName, bool IsKept);
