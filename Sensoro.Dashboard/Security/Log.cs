using Sensoro.Dashboard.Access;
using Sensoro.Dashboard.Security.FirstRun;
using Sensoro.Dashboard.Security.OpenId;
using Sensoro.Domain.Audit;

namespace Sensoro.Dashboard.Security;

internal static partial class Log
{
    [LoggerMessage(6000, LogLevel.Information, "Application {AppId}: {Change}")]
    public static partial void ApplicationChanged(ILogger logger, ChangeKind change, string appId);

    [LoggerMessage(6001, LogLevel.Warning, "The keys of application {AppId} cannot be decrypted; its pushes are refused until they are entered anew or the key ring is restored")]
    public static partial void SealNotOpened(ILogger logger, string appId, Exception error);

    [LoggerMessage(6002, LogLevel.Error, "The stored applications cannot be read: {File} is left as it is")]
    public static partial void FileUnreadable(ILogger logger, string file, Exception error);

    [LoggerMessage(6003, LogLevel.Error, "The stored applications cannot be written: {File}")]
    public static partial void FileNotWritten(ILogger logger, string file, Exception error);

    [LoggerMessage(6020, LogLevel.Information, "User {UserId} was made with the role {Role}")]
    public static partial void UserMade(ILogger logger, string userId, Role role);

    [LoggerMessage(6021, LogLevel.Information, "User {UserId}: {Change}, by {ChangedBy}")]
    public static partial void UserChanged(ILogger logger, string userId, AuditAction change, string? changedBy);

    [LoggerMessage(6022, LogLevel.Information, "User {UserId} has changed the password; the other sessions end")]
    public static partial void PasswordChanged(ILogger logger, string userId);

    [LoggerMessage(6023, LogLevel.Information, "User {UserId} has chosen a new password by a link; all sessions end")]
    public static partial void PasswordReplaced(ILogger logger, string userId);

    [LoggerMessage(6024, LogLevel.Information, "User {UserId} has signed in from {Address}")]
    public static partial void SignedIn(ILogger logger, string userId, string address);

    [LoggerMessage(6025, LogLevel.Warning, "A sign-in from {Address} was refused")]
    public static partial void SignInRefused(ILogger logger, string address);

    [LoggerMessage(6026, LogLevel.Warning, "{Address} has failed to sign in too often and has to wait")]
    public static partial void SignInPaused(ILogger logger, string address);

    [LoggerMessage(6027, LogLevel.Warning, "The users cannot be read; those that are known stay")]
    public static partial void RosterNotRead(ILogger logger, Exception error);

    [LoggerMessage(6028, LogLevel.Information, "The administrator was made as configured")]
    public static partial void SetUpUnattended(ILogger logger);

    [LoggerMessage(6029, LogLevel.Information, "The administrator was made on the set-up page")]
    public static partial void SetUpDone(ILogger logger);

    [LoggerMessage(6030, LogLevel.Warning, "A set-up code was refused: {Check}")]
    public static partial void SetUpRefused(ILogger logger, SetUpCodeCheck check);

    [LoggerMessage(6031, LogLevel.Information, "A link was made for the role {Role}, account {UserId}, by {InvitedBy}")]
    public static partial void Invited(ILogger logger, Role role, string? userId, string? invitedBy);

    [LoggerMessage(6037, LogLevel.Warning, "A link that does not count was used from {Address}")]
    public static partial void LinkRefused(ILogger logger, string? address);

    [LoggerMessage(6038, LogLevel.Warning, "A token that is not known was shown from {Address}")]
    public static partial void TokenRefused(ILogger logger, string address);

    [LoggerMessage(6032, LogLevel.Warning, "The second step of user {UserId} cannot be decrypted; an administrator can remove it, or the key ring has to be restored")]
    public static partial void SecondStepNotOpened(ILogger logger, string userId, Exception error);

    [LoggerMessage(6033, LogLevel.Information, "User {UserId}, for their own account: {Change}")]
    public static partial void OwnAccountChanged(ILogger logger, string userId, AuditAction change);

    [LoggerMessage(6034, LogLevel.Information, "User {UserId} has used a recovery code; {Left} are left")]
    public static partial void RecoveryCodeUsed(ILogger logger, string userId, int left);

    [LoggerMessage(6035, LogLevel.Information, "A passkey was refused")]
    public static partial void PasskeyRefused(ILogger logger, Exception? error);

    [LoggerMessage(6036, LogLevel.Warning, "When sessions were used last cannot be written; it is tried again")]
    public static partial void SessionsNotWritten(ILogger logger, Exception error);

    [LoggerMessage(6050, LogLevel.Warning, "The provider at which people sign in does not answer")]
    public static partial void ProviderUnreachable(ILogger logger, Exception error);

    [LoggerMessage(6051, LogLevel.Warning, "An answer of the provider that {Address} brought was refused")]
    public static partial void ProviderAnswerRefused(ILogger logger, string address, Exception? error);

    [LoggerMessage(6052, LogLevel.Warning, "A sign-in at the provider from {Address} was refused: {Outcome}")]
    public static partial void ProviderSignInRefused(ILogger logger, OpenIdOutcome outcome, string address);

    [LoggerMessage(6040, LogLevel.Information, "Token {TokenId} was made, by {MadeBy}")]
    public static partial void TokenMade(ILogger logger, long tokenId, string? madeBy);

    [LoggerMessage(6041, LogLevel.Information, "Token {TokenId} was revoked, by {RevokedBy}")]
    public static partial void TokenRevoked(ILogger logger, long tokenId, string? revokedBy);

    [LoggerMessage(6042, LogLevel.Warning, "The tokens cannot be read or their use not written; those that are known stay")]
    public static partial void TokensNotRead(ILogger logger, Exception error);
}
