namespace Sensoro.Domain.Audit;

/// <summary>What somebody did.</summary>
public enum AuditAction
{
    SignIn,
    SignInRefused,
    SignOut,
    AccessRefused,
    PasswordChange,
    Invitation,
    UserAdded,
    RoleChange,
    Deactivation,
    Reactivation,
    SessionsEnded,
    ApplicationAdded,
    ApplicationChanged,
    ApplicationRemoved,
    DeviceEdit,
    TaskLink,
    ViewSaved,
    ViewRemoved,
    QuarantineReplay,
    QuarantineDeletion,
    Retry,
    Export,
    Download,
    Backup,
}
