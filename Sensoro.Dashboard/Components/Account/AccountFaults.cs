using Microsoft.Extensions.Localization;
using Sensoro.Dashboard.Security.People;

namespace Sensoro.Dashboard.Components.Account;

/// <summary>Says why nothing was done to an account.</summary>
internal static class AccountFaults
{
    /// <summary>Null when it was done.</summary>
    public static string? Text(IStringLocalizer<AccountTexts> texts, AccountOutcome outcome) => outcome.Fault switch
    {
        AccountFault.None => null,
        AccountFault.PasswordRefused => texts["Weak" + outcome.Password, PasswordRule.Shortest, PasswordRule.Longest].Value,
        var fault => texts["Fault" + fault].Value,
    };
}
