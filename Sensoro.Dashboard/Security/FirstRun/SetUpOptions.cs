namespace Sensoro.Dashboard.Security.FirstRun;

/// <summary>The first administrator, for a start that nobody watches; configuration section <c>SetUp</c>. Without effect once there is a user.</summary>
public sealed class SetUpOptions
{
    public const string Section = "SetUp";

    public string UserName { get; set; } = "";

    public string Password { get; set; } = "";

    /// <summary>A file whose first line is the password; it need not be there any more once the account is made.</summary>
    public string PasswordFile { get; set; } = "";

    public bool IsGiven => UserName.Length > 0;
}
