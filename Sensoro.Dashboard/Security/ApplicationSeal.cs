using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Sensoro.Dashboard.Security;

/// <summary>
/// Encrypts the secrets of applications with the program's key ring. The AppID is part of the purpose, so that nobody can give one
/// application the sealed secrets of another.
/// </summary>
internal sealed class ApplicationSeal(IDataProtectionProvider protection, ILogger<ApplicationSeal> logger)
{
    private const string Purpose = "Sensoro.Dashboard.Applications";

    public string Close(string appId, ApplicationSecrets secrets) =>
        Protector(appId).Protect(JsonSerializer.Serialize(secrets, SecurityJson.Default.ApplicationSecrets));

    /// <summary>False when the key ring that closed it is not here any more, or the text was changed.</summary>
    public bool TryOpen(StoredApplication stored, [NotNullWhen(true)] out ApplicationSecrets? secrets)
    {
        try
        {
            secrets = JsonSerializer.Deserialize(Protector(stored.AppId).Unprotect(stored.Sealed), SecurityJson.Default.ApplicationSecrets);
            return secrets is not null;
        }
        catch (Exception error) when (error is CryptographicException or JsonException or FormatException or IOException or UnauthorizedAccessException)
        {
            Log.SealNotOpened(logger, stored.AppId, error);
            secrets = null;
            return false;
        }
    }

    private IDataProtector Protector(string appId) => protection.CreateProtector(Purpose, appId);
}
