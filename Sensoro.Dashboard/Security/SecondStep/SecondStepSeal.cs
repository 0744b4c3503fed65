using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Sensoro.Dashboard.Security.SecondStep;

/// <summary>
/// Encrypts secrets of second steps with the program's key ring. The account is part of the purpose, so that nobody can give one account
/// the second step of another.
/// </summary>
internal sealed class SecondStepSeal(IDataProtectionProvider protection, ILogger<SecondStepSeal> logger)
{
    private const string Kept = "Sensoro.Dashboard.SecondStep";
    private const string Offered = "Sensoro.Dashboard.SecondStep.Offer";

    public string Close(string userId, SecondStepSecrets secrets) =>
        protection.CreateProtector(Kept, userId).Protect(JsonSerializer.Serialize(secrets, SecurityJson.Default.SecondStepSecrets));

    /// <summary>Null when the key ring that closed it is not here any more, or the text was changed.</summary>
    public SecondStepSecrets? Open(string userId, string? closed)
    {
        try
        {
            return closed is null ? null : JsonSerializer.Deserialize(protection.CreateProtector(Kept, userId).Unprotect(closed), SecurityJson.Default.SecondStepSecrets);
        }
        catch (Exception error) when (error is CryptographicException or JsonException or FormatException or IOException or UnauthorizedAccessException)
        {
            Log.SecondStepNotOpened(logger, userId, error);
            return null;
        }
    }

    public string CloseOffer(string userId, byte[] secret) => protection.CreateProtector(Offered, userId).Protect(Convert.ToBase64String(secret));

    /// <summary>Null for what was not offered to this account.</summary>
    public byte[]? OpenOffer(string userId, string? closed)
    {
        try
        {
            return closed is null ? null : Convert.FromBase64String(protection.CreateProtector(Offered, userId).Unprotect(closed));
        }
        catch (Exception error) when (error is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
