using Microsoft.AspNetCore.Components;
using Sensoro.Dashboard.Access;
using Sensoro.Dashboard.Security.People;
using Sensoro.Dashboard.Security.SecondStep;
using Sensoro.Dashboard.Security.SignIn;
using Sensoro.Dashboard.Storage.People;

namespace Sensoro.Dashboard.Components.Account;

/// <summary>Switches somebody's own second step on and off, and makes new recovery codes.</summary>
public sealed partial class AuthenticatorPage
{
    /// <summary>What the button says that switches it off.</summary>
    private const string Off = "off";

    private SecondStepOffer? _offer;
    private IReadOnlyList<string> _codes = [];
    private string? _fault;
    private bool _isDone;

    [Inject]
    internal SecondSteps Steps { get; set; } = default!;

    [Inject]
    internal Roster Roster { get; set; } = default!;

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [CascadingParameter]
    public required HttpContext Context { get; set; }

    [SupplyParameterFromForm]
    public AccountForm? Form { get; set; }

    private UserStanding? Owner => Acting.Now?.UserId is { } id ? Roster.Find(id) : null;

    protected override void OnInitialized()
    {
        if (Owner is not { } user)
        {
            // A visitor of the demo has no account.
            Navigation.NavigateTo(SignInAddress.SignIn);
        }
        else if (!user.HasSecondStep)
        {
            _offer = Steps.OfferAgain(user, Form?.Offer);
        }
    }

    private async Task SwitchOnAsync()
    {
        var (outcome, codes) = await Steps.SwitchOnAsync(Form?.Offer, Form?.Current ?? "", Form?.Code ?? "", Context.RequestAborted);
        (_codes, _fault) = (codes, AccountFaults.Text(Texts, outcome));
    }

    private async Task ChangeAsync()
    {
        var password = Form?.Current ?? "";
        if (Form?.Wish == Off)
        {
            var off = await Steps.SwitchOffAsync(password, Context.RequestAborted);
            (_isDone, _fault) = (off.Fault == AccountFault.None, AccountFaults.Text(Texts, off));
            return;
        }

        var (outcome, codes) = await Steps.RenewCodesAsync(password, Context.RequestAborted);
        (_codes, _fault) = (codes, AccountFaults.Text(Texts, outcome));
    }
}
