namespace Sensoro.Dashboard.Security.SignIn;

/// <summary>Set by the demo alone, never from the configuration.</summary>
public sealed class LocalVisitorOptions
{
    /// <summary>Whoever sits at this machine may look without an account.</summary>
    public bool IsAdmitted { get; set; }
}
