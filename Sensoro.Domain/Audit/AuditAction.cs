namespace Sensoro.Domain.Audit;

/// <summary>What somebody did.</summary>
public enum AuditAction
{
    SignIn,
    SignInRefused,
    SignOut,
    PasswordChange,
    Invitation,
    UserAdded,
    RoleChange,
    Deactivation,
    Reactivation,
    SessionsEnded,
    TokenMade,
    TokenRevoked,
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
    Backup,
}
