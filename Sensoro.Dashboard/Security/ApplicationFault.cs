namespace Sensoro.Dashboard.Security;

/// <summary>Why a change of the stored applications was refused. Nothing has changed then.</summary>
public enum ApplicationFault
{
    None,
    AppIdEmpty,

    /// <summary>Stored already; its keys can be rotated.</summary>
    AppIdStored,

    /// <summary>The configuration names this AppID, and the configuration wins.</summary>
    AppIdConfigured,
    TooLong,

    /// <summary>Not the 43 characters of an AppKey.</summary>
    AppKeyWrong,
    AppSecretEmpty,

    /// <summary>A rotation needs at least one new key.</summary>
    NothingNew,

    /// <summary>The previous keys are still accepted; a third pair has no place.</summary>
    RotationRunning,

    /// <summary>Somebody else has removed the application meanwhile.</summary>
    Gone,

    /// <summary>The file holds something that is not a list of applications: it is not overwritten.</summary>
    FileUnreadable,

    /// <summary>The disk did not take the file.</summary>
    FileNotWritten,
}
