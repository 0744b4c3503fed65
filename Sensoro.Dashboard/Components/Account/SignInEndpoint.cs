using Microsoft.AspNetCore.Mvc;
using Sensoro.Dashboard.Components.Layout;
using Sensoro.Dashboard.Security.SignIn;

namespace Sensoro.Dashboard.Components.Account;

/// <summary>Takes both forms of the sign-in page. Whatever comes of them is a redirect: to where somebody wanted to go, on to the code, or back to the page.</summary>
internal static class SignInEndpoint
{
    public static async Task<IResult> PostAsync(HttpContext context, SignInDesk desk, PasskeyDesk passkeys, LastTry last, IFormCollection form, [FromQuery] string? returnUrl)
    {
        var (name, isKept) = (Text(form, nameof(AccountForm.UserName)).Trim(), string.Equals(Text(form, nameof(AccountForm.Keep)), "true", StringComparison.OrdinalIgnoreCase));
        var isPasskey = form.ContainsKey(Field(nameof(AccountForm.Credential)));
        var outcome = isPasskey
            ? await passkeys.TryAsync(context, Text(form, nameof(AccountForm.Credential)), isKept)
            : await desk.TryAsync(context, name, Text(form, nameof(AccountForm.Password)), isKept);
        var address = ReturnAddress.Of(returnUrl);
        switch (outcome)
        {
            case SignInOutcome.SignedIn:
                return TypedResults.LocalRedirect(address);
            case SignInOutcome.CodeNeeded:
                return TypedResults.LocalRedirect(SignInAddress.Then(SignInAddress.Code, address));
            default:
                last.Note(context, outcome, isPasskey, name, isKept);
                return TypedResults.LocalRedirect(SignInAddress.SignInThen(address));
        }
    }

    private static string Field(string name) => "Form." + name;

    private static string Text(IFormCollection form, string name) => form[Field(name)] is [{ } first, ..] ? first : "";
}
