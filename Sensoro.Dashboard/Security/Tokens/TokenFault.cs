namespace Sensoro.Dashboard.Security.Tokens;

/// <summary>Why no token was made.</summary>
public enum TokenFault
{
    None,

    /// <summary>The name is empty, too long, or has characters that cannot be seen.</summary>
    NameWrong,

    /// <summary>A token that counts has this name.</summary>
    NameTaken,

    /// <summary>No scope was chosen.</summary>
    NoScope,

    /// <summary>It would end in the past, or later than a year from now.</summary>
    ExpiryWrong,

    /// <summary>There are too many.</summary>
    TooMany,
}
