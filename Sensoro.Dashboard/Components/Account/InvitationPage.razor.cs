using Microsoft.AspNetCore.Components;
using Sensoro.Dashboard.Security.People;
using Sensoro.Dashboard.Security.SignIn;
using Sensoro.Dashboard.Storage.People;

namespace Sensoro.Dashboard.Components.Account;

/// <summary>Where a link from an administrator leads: to an account of one's own, or to a new password for it.</summary>
public sealed partial class InvitationPage
{
    private Invitation? _invitation;
    private string? _fault;

    [Inject]
    internal InvitationDesk Desk { get; set; } = default!;

    [Inject]
    internal SignInDesk SignIn { get; set; } = default!;

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [CascadingParameter]
    public required HttpContext Context { get; set; }

    [SupplyParameterFromQuery]
    public string? Code { get; set; }

    [SupplyParameterFromForm]
    public AccountForm? Form { get; set; }

    protected override async Task OnInitializedAsync() => _invitation = await Desk.FindAsync(Code, Context.RequestAborted);

    private async Task AcceptAsync()
    {
        var outcome = await Desk.AcceptAsync(Code, (Form?.UserName ?? "").Trim(), Form?.Password ?? "", Context.RequestAborted);
        if (outcome is { Fault: AccountFault.None, User: { IsActive: true } user })
        {
            var entered = await SignIn.EnterAsync(Context, user, isKept: false);
            Navigation.NavigateTo(entered == SignInOutcome.CodeNeeded ? SignInAddress.Code : "/");
            return;
        }

        _fault = AccountFaults.Text(Texts, outcome);
    }
}
