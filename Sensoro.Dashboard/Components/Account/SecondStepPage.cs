using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Sensoro.Dashboard.Components.Layout;
using Sensoro.Dashboard.Security.SignIn;

namespace Sensoro.Dashboard.Components.Account;

/// <summary>A page between the password and the way in: it takes one code and leads on to where somebody wanted to go.</summary>
public abstract class SecondStepPage : ComponentBase
{
    [Inject]
    internal SecondStepDesk Desk { get; set; } = default!;

    [Inject]
    public required IStringLocalizer<AccountTexts> Words { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [CascadingParameter]
    public required HttpContext Context { get; set; }

    [SupplyParameterFromQuery]
    public string? ReturnUrl { get; set; }

    [SupplyParameterFromForm]
    public AccountForm? Form { get; set; }

    protected string? Fault { get; private set; }

    /// <summary>Nobody has shown a password, or too long ago.</summary>
    protected bool IsOver { get; private set; }

    /// <summary>Where it leads to in the end.</summary>
    protected string Return => ReturnAddress.Of(ReturnUrl);

    protected override void OnInitialized() => IsOver = !Desk.IsOpen(Context);

    protected async Task TryAsync()
    {
        var outcome = await CheckAsync(Form?.Code ?? "");
        if (outcome == SignInOutcome.SignedIn)
        {
            Navigation.NavigateTo(Return);
            return;
        }

        (IsOver, Fault) = outcome == SignInOutcome.Over ? (true, null) : (false, Words["Second" + outcome].Value);
    }

    private protected abstract Task<SignInOutcome> CheckAsync(string code);
}
