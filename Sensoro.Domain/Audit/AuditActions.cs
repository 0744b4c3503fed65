using System.Collections.Frozen;

namespace Sensoro.Domain.Audit;

/// <summary>Actions as the trail stores them: the words stay when a name in the source changes.</summary>
public static class AuditActions
{
    private static readonly FrozenDictionary<string, AuditAction> ByText = Enum.GetValues<AuditAction>().ToFrozenDictionary(Text, StringComparer.Ordinal);

    public static string Text(AuditAction action) => action switch
    {
        AuditAction.SignIn => "sign_in",
        AuditAction.SignInRefused => "sign_in_refused",
        AuditAction.SignOut => "sign_out",
        AuditAction.AccessRefused => "access_refused",
        AuditAction.PasswordChange => "password_change",
        AuditAction.Invitation => "invitation",
        AuditAction.UserAdded => "user_added",
        AuditAction.RoleChange => "role_change",
        AuditAction.Deactivation => "deactivation",
        AuditAction.Reactivation => "reactivation",
        AuditAction.UserDeleted => "user_deleted",
        AuditAction.SessionsEnded => "sessions_ended",
        AuditAction.SessionEnded => "session_ended",
        AuditAction.SecondStepOn => "second_step_on",
        AuditAction.SecondStepOff => "second_step_off",
        AuditAction.SecondStepRemoved => "second_step_removed",
        AuditAction.RecoveryCodesMade => "recovery_codes_made",
        AuditAction.RecoveryCodeUsed => "recovery_code_used",
        AuditAction.PasskeyAdded => "passkey_added",
        AuditAction.PasskeyRenamed => "passkey_renamed",
        AuditAction.PasskeyRemoved => "passkey_removed",
        AuditAction.PasskeyUsed => "passkey_used",
        AuditAction.TokenMade => "token_made",
        AuditAction.TokenRevoked => "token_revoked",
        AuditAction.ApplicationAdded => "application_added",
        AuditAction.ApplicationChanged => "application_changed",
        AuditAction.ApplicationRemoved => "application_removed",
        AuditAction.DeviceEdit => "device_edit",
        AuditAction.TaskLink => "task_link",
        AuditAction.ViewSaved => "view_saved",
        AuditAction.ViewRemoved => "view_removed",
        AuditAction.QuarantineReplay => "quarantine_replay",
        AuditAction.QuarantineDeletion => "quarantine_deletion",
        AuditAction.Retry => "retry",
        AuditAction.Export => "export",
        AuditAction.Download => "download",
        AuditAction.Backup => "backup",
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, "Not an action."),
    };

    public static bool TryParse(string? text, out AuditAction action) => ByText.TryGetValue(text ?? "", out action);
}
