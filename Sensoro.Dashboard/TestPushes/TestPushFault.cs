namespace Sensoro.Dashboard.TestPushes;

/// <summary>What ended a test push.</summary>
public enum TestPushFault
{
    None,

    /// <summary>The application was removed meanwhile, or its keys cannot be read.</summary>
    ApplicationUnknown,
    HostUnknown,
    NoConnection,

    /// <summary>The certificate of the address is not trusted here, or TLS failed otherwise.</summary>
    NotTrusted,
    TimedOut,

    /// <summary>SENSORO takes no redirect for an acknowledgement.</summary>
    Redirected,

    /// <summary>The door has refused it and said why.</summary>
    Refused,

    /// <summary>Something else than this program has answered.</summary>
    AnsweredByAnother,

    /// <summary>Stored, but no page heard of it in time.</summary>
    NotShown,
}
