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

    /// <summary>Too many want something at this moment.</summary>
    Busy,

    /// <summary>After several wrong tries.</summary>
    Paused,
}
