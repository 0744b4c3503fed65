namespace Sensoro.Dashboard.Security.People;

/// <summary>Why nothing was done to an account.</summary>
public enum AccountFault
{
    None,
    NameMissing,
    NameWrong,
    NameTaken,

    /// <summary>See the <see cref="PasswordFault"/>.</summary>
    PasswordRefused,
    PasswordWrong,

    /// <summary>Nobody could administer the program any more.</summary>
    LastAdministrator,

    /// <summary>The account, the invitation or the code is there no more.</summary>
    Gone,

    /// <summary>Only an account that nobody can sign in to is deleted: it is deactivated first.</summary>
    StillActive,

    /// <summary>Too many want something at this moment.</summary>
    Busy,

    /// <summary>After several wrong tries.</summary>
    Paused,

    /// <summary>The code of the second step.</summary>
    CodeWrong,

    /// <summary>There is a second step already.</summary>
    SecondStepOn,

    /// <summary>There is no second step.</summary>
    SecondStepOff,

    /// <summary>For one's own account there is another way, which asks for the password.</summary>
    OwnAccount,

    /// <summary>The groups at the provider give the role at each sign-in; what is chosen here would not last.</summary>
    RoleOfGroups,

    /// <summary>The name of a passkey is missing or too long.</summary>
    PasskeyNameWrong,

    /// <summary>More than anybody needs.</summary>
    TooManyPasskeys,

    /// <summary>The browser's answer was not what was asked, or came too late.</summary>
    PasskeyRefused,

    /// <summary>The passkey is there no more.</summary>
    PasskeyGone,
}
