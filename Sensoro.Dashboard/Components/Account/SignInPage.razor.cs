using Microsoft.AspNetCore.Components;
using Sensoro.Dashboard.Components.Layout;
using Sensoro.Dashboard.Security.FirstRun;
using Sensoro.Dashboard.Security.Passkeys;
using Sensoro.Dashboard.Security.SignIn;

namespace Sensoro.Dashboard.Components.Account;

/// <summary>The way in for people with an account.</summary>
public sealed partial class SignInPage
{
    private string? _fault;

    [Inject]
    internal SignInDesk Desk { get; set; } = default!;

    [Inject]
    internal PasskeyDesk Passkeys { get; set; } = default!;

    [Inject]
    internal SetUpDesk SetUp { get; set; } = default!;

    [Inject]
    internal LocalVisitor Visitor { get; set; } = default!;

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [CascadingParameter]
    public required HttpContext Context { get; set; }

    [SupplyParameterFromQuery]
    public string? ReturnUrl { get; set; }

    [SupplyParameterFromForm]
    public AccountForm? Form { get; set; }

    private bool TakesPasskeys => PasskeyPlace.Offers(Context.Request);

    private bool IsDemo => SetUp.IsOpen && Visitor.Admits(Context);

    private async Task SignInAsync()
    {
        var outcome = await Desk.TryAsync(Context, (Form?.UserName ?? "").Trim(), Form?.Password ?? "", Form?.Keep is true);
        GoOn(outcome, isPasskey: false);
    }

    private async Task TryPasskeyAsync() => GoOn(await Passkeys.TryAsync(Context, Form?.Credential ?? "", Form?.Keep is true), isPasskey: true);

    private void GoOn(SignInOutcome outcome, bool isPasskey)
    {
        var address = ReturnAddress.Of(ReturnUrl);
        switch (outcome)
        {
            case SignInOutcome.SignedIn:
                Navigation.NavigateTo(address);
                break;
            case SignInOutcome.CodeNeeded:
                Navigation.NavigateTo(SignInAddress.Then(SignInAddress.Code, address));
                break;
            case SignInOutcome.Wrong or SignInOutcome.Over when isPasskey:
                _fault = Texts["PasskeyTry" + outcome];
                break;
            default:
                _fault = Texts["SignIn" + outcome];
                break;
        }
    }
}
