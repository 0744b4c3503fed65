using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Sensoro.Dashboard.Security.Passkeys;
using Sensoro.Dashboard.Security.People;
using Sensoro.Dashboard.Security.SignIn;

namespace Sensoro.Dashboard.Components.Account;

/// <summary>What a page's script has to ask the browser. Only pages of this program can ask here; adding a passkey also takes a form's token and the password.</summary>
internal static class PasskeyQuestions
{
    /// <summary>For somebody who signs in.</summary>
    public static async Task<IResult> ToSignInAsync(HttpContext context, PasskeyDesk desk) =>
        PasskeyPlace.Offers(context.Request) ? Json(await desk.AskAsync(context)) : NotHere();

    /// <summary>For somebody who adds a passkey and shows the password.</summary>
    public static async Task<IResult> ToAddAsync(
        HttpContext context, OwnPasskeys passkeys, IStringLocalizer<AccountTexts> texts, [FromForm(Name = "Form.Current")] string? current, [FromForm(Name = "Form.Name")] string? name)
    {
        if (!PasskeyPlace.Offers(context.Request))
        {
            return NotHere();
        }

        var (fault, question) = await passkeys.AskAsync(context, current ?? "", (name ?? "").Trim());
        return question is null
            ? TypedResults.Problem(AccountFaults.Text(texts, fault), statusCode: StatusCodes.Status400BadRequest)
            : Json(question);
    }

    private static ContentHttpResult Json(string question) => TypedResults.Text(question, "application/json");

    private static ProblemHttpResult NotHere() =>
        TypedResults.Problem("Passkeys need HTTPS and a named host, or localhost.", statusCode: StatusCodes.Status400BadRequest);
}
