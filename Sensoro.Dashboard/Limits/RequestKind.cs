namespace Sensoro.Dashboard.Limits;

/// <summary>What is limited together.</summary>
internal enum RequestKind
{
    /// <summary>Pages and their files: the cap on open pages bounds them.</summary>
    Other,

    /// <summary>A form of somebody who is not signed in yet, or who changes how they sign in.</summary>
    SignIn,

    /// <summary>A circuit or a hub connection that begins.</summary>
    Connection,
    Api,
    Export,
    Report,

    /// <summary>The way to the provider at which people sign in: each asks the provider, too.</summary>
    ProviderSignIn,
}
