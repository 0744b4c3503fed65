namespace Sensoro.Dashboard.Security.OpenId;

/// <summary>What came of a sign-in at the provider.</summary>
public enum OpenIdOutcome
{
    SignedIn,

    /// <summary>None of the groups gives a role.</summary>
    NoRole,

    /// <summary>An account of that name is here already, and is not theirs.</summary>
    NameTaken,

    /// <summary>The provider gave no name that an account can have.</summary>
    NameWrong,

    /// <summary>An administrator keeps them out.</summary>
    Deactivated,

    /// <summary>The provider does not answer, or not as one.</summary>
    Unreachable,

    /// <summary>They, or the provider, have broken it off.</summary>
    Cancelled,

    /// <summary>The answer is not one to a question that this browser has asked lately.</summary>
    Refused,
}
