namespace Sensoro.Dashboard.Quarantine;

/// <summary>Why a push was refused, as far as trying candidates shows: each names one thing to change.</summary>
public enum DoctorCause
{
    /// <summary>Nothing is wrong any more: with the settings of now it is taken.</summary>
    Mended,

    /// <summary>Its AppID has been removed since.</summary>
    ApplicationUnknown,

    /// <summary>It came without a signature, and such pushes are not accepted any more.</summary>
    NoSignature,

    /// <summary>The signature fits another spelling of the address.</summary>
    AddressDiffers,

    /// <summary>The signature fits the keys of another application.</summary>
    KeysOfAnother,

    /// <summary>AppKey and AppSecret stand in each other's place.</summary>
    KeysSwapped,

    /// <summary>Neither a spelling of the address nor a known secret gives the signature.</summary>
    SecretDiffers,

    /// <summary>The signature is right, the nonce is too far from our clock.</summary>
    ClockDiffers,

    /// <summary>The signature is right, no AppKey opens the content.</summary>
    AppKeyDiffers,

    /// <summary>The content opens with the AppKey of another application.</summary>
    AppKeyOfAnother,

    /// <summary>The signature is right, but what came is no push this version can read.</summary>
    Unreadable,
}
