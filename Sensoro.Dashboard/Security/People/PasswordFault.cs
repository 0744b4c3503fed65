namespace Sensoro.Dashboard.Security.People;

/// <summary>Why a password was not taken.</summary>
public enum PasswordFault
{
    None,
    TooShort,
    TooLong,

    /// <summary>A run along the keyboard, the alphabet or the digits, or few letters again and again.</summary>
    TooSimple,

    /// <summary>One or two well-known words, whatever is written around them or in place of their letters.</summary>
    TooCommon,

    /// <summary>The user name with something around it.</summary>
    LikeName,
}
