namespace Sensoro.Dashboard.Components.Account;

/// <summary>What the forms of the account pages send. Each has some of these fields.</summary>
public sealed class AccountForm
{
    public string? Code { get; set; }

    public string? UserName { get; set; }

    /// <summary>The present password.</summary>
    public string? Current { get; set; }

    public string? Password { get; set; }

    /// <summary>The secret of an authenticator app that is still to be confirmed, encrypted.</summary>
    public string? Offer { get; set; }

    /// <summary>What a browser answers about a passkey.</summary>
    public string? Credential { get; set; }

    /// <summary>Of a passkey.</summary>
    public string? Name { get; set; }

    /// <summary>Which of several buttons was pressed.</summary>
    public string? Wish { get; set; }

    /// <summary>Stay signed in when the browser is closed.</summary>
    public bool Keep { get; set; }
}
