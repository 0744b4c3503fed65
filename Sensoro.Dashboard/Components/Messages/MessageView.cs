namespace Sensoro.Dashboard.Components.Messages;

/// <summary>Ways to look at what a push says.</summary>
internal enum MessageView
{
    /// <summary>The request body as received.</summary>
    Raw,

    /// <summary>The content of an encrypted push.</summary>
    Decrypted,

    /// <summary>The metrics as they were understood.</summary>
    Parsed,
}
