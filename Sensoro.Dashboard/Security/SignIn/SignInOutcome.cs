namespace Sensoro.Dashboard.Security.SignIn;

/// <summary>What came of somebody's try to sign in.</summary>
public enum SignInOutcome
{
    SignedIn,

    /// <summary>The password was right, and a code is asked for next.</summary>
    CodeNeeded,

    /// <summary>It took too long, or the account has changed meanwhile: it begins with the password again.</summary>
    Over,

    /// <summary>The name, the password, a locked or a deactivated account: nobody is told which.</summary>
    Wrong,

    /// <summary>This address has tried too often.</summary>
    Paused,

    /// <summary>Too many passwords are being checked.</summary>
    Busy,
}
