using Microsoft.AspNetCore.Components;
using MudBlazor;
using Sensoro.Dashboard.Access;
using Sensoro.Dashboard.Components.Elements;
using Sensoro.Dashboard.Security.OpenId;
using Sensoro.Dashboard.Security.People;
using Sensoro.Dashboard.Storage.People;

namespace Sensoro.Dashboard.Components.Users;

/// <summary>Decides who may come in, and what each may do. A change counts at once, on every page that is open.</summary>
public sealed partial class UsersPage
{
    private IReadOnlyList<Invitation> _open = [];
    private (string Title, string Address)? _link;
    private Role _role = Role.Viewer;

    /// <summary>A choice that was refused is still shown by the browser: the line is drawn anew.</summary>
    private int _round;

    [Inject]
    internal Roster Roster { get; set; } = default!;

    [Inject]
    internal UserAccounts Accounts { get; set; } = default!;

    [Inject]
    internal InvitationDesk Desk { get; set; } = default!;

    [Inject]
    internal OpenIdDesk Provider { get; set; } = default!;

    [Inject]
    public required Invitations Invitations { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Inject]
    public required TimeProvider Time { get; set; }

    [Inject]
    public required IDialogService Dialogs { get; set; }

    protected override string NotDone => Texts["NotDone"];

    protected override async Task OnInitializedAsync()
    {
        Roster.Changed += Follow;
        _open = await Invitations.ListAsync(Gone);
    }

    protected override void OnDisposed() => Roster.Changed -= Follow;

    private void Follow() => _ = InvokeAsync(async () =>
    {
        if (!Gone.IsCancellationRequested)
        {
            await TryAsync(async () => _open = await Invitations.ListAsync(Gone));
            StateHasChanged();
        }
    });

    private string About(Invitation invitation) => invitation.UserId is { } id
        ? Texts["OpenPassword", Roster.Find(id)?.Name ?? ""]
        : Texts["OpenInvitation", Shared["Role" + invitation.Role]];

    private Task DoAsync(Func<Task<AccountOutcome>> change) => TryAsync(async () =>
    {
        var outcome = await change();
        Fault = outcome.Fault switch
        {
            AccountFault.None => null,
            AccountFault.LastAdministrator => Texts["LastAdministrator"].Value,
            _ => NotDone,
        };
        _round += Fault is null ? 0 : 1;
    });

    private Task InviteAsync() => TryAsync(async () => await ShowAsync(await Desk.InviteAsync(_role, Gone), Texts["LinkTitle"]));

    private Task OfferPasswordAsync(UserStanding user) =>
        TryAsync(async () => await ShowAsync(await Desk.OfferPasswordAsync(user, Gone), Texts["PasswordLinkTitle", user.Name]));

    private async Task RemoveSecondStepAsync(UserStanding user)
    {
        if (await Dialogs.ShowMessageBoxAsync(Texts["SecondStepTitle", user.Name], Texts["SecondStepQuestion"].Value, yesText: Texts["RemoveSecondStep"], cancelText: Texts["Cancel"]) == true)
        {
            await DoAsync(() => Accounts.RemoveSecondStepAsync(user.Id, Gone));
        }
    }

    private async Task DeleteAsync(UserStanding user)
    {
        if (await Dialogs.ShowMessageBoxAsync(Texts["DeleteTitle", user.Name], Texts[user.IsOfProvider ? "DeleteOfProvider" : "DeleteQuestion"].Value, yesText: Texts["Delete"], cancelText: Texts["Cancel"]) == true)
        {
            await DoAsync(() => Accounts.DeleteAsync(user.Id, Gone));
        }
    }

    private Task WithdrawAsync(Invitation invitation) => TryAsync(async () =>
    {
        await Invitations.WithdrawAsync(invitation.Id, Gone);
        (_link, _open) = (null, await Invitations.ListAsync(Gone));
    });

    private async Task ShowAsync(string? code, string title)
    {
        _link = code is null ? null : (title, Navigation.ToAbsoluteUri($"{InvitationDesk.Path}?code={code}").ToString());
        Fault = code is null ? Texts["TooManyLinks"].Value : null;
        _open = await Invitations.ListAsync(Gone);
    }
}
