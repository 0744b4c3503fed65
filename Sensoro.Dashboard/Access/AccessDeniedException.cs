namespace Sensoro.Dashboard.Access;

/// <summary>
/// Somebody asked for what their role does not allow. Pages do not offer it, so this is met by whoever lost the role a moment ago, or
/// never used the page.
/// </summary>
public sealed class AccessDeniedException : Exception
{
    public AccessDeniedException()
    {
    }

    public AccessDeniedException(string message)
        : base(message)
    {
    }

    public AccessDeniedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public AccessDeniedException(Role needed)
        : this($"This needs the role {needed}.") => Needed = needed;

    public Role Needed { get; }
}
