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
    private readonly CancellationTokenSource _gone = new();
    private IReadOnlyList<Invitation> _open = [];
    private (string Title, string Address)? _link;
    private Role _role = Role.Viewer;
    private string? _fault;

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

    [Inject]
    public required ILogger<UsersPage> Logger { get; set; }

    public void Dispose()
    {
        Roster.Changed -= Follow;
        _gone.Cancel();
        _gone.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        Roster.Changed += Follow;
        _open = await Invitations.ListAsync(_gone.Token);
    }

    private void Follow() => _ = InvokeAsync(async () =>
    {
        if (!_gone.IsCancellationRequested)
        {
            await TryAsync(async () => _open = await Invitations.ListAsync(_gone.Token));
            StateHasChanged();
        }
    });

    private string About(Invitation invitation) => invitation.UserId is { } id
        ? Texts["OpenPassword", Roster.Find(id)?.Name ?? ""]
        : Texts["OpenInvitation", Shared["Role" + invitation.Role]];

    private Task DoAsync(Func<Task<AccountOutcome>> change) => TryAsync(async () =>
    {
        var outcome = await change();
        _fault = outcome.Fault switch
        {
            AccountFault.None => null,
            AccountFault.LastAdministrator => Texts["LastAdministrator"].Value,
            _ => Texts["NotDone"].Value,
        };
        _round += _fault is null ? 0 : 1;
    });

    private Task InviteAsync() => TryAsync(async () => await ShowAsync(await Desk.InviteAsync(_role, _gone.Token), Texts["LinkTitle"]));

    private Task OfferPasswordAsync(UserStanding user) =>
        TryAsync(async () => await ShowAsync(await Desk.OfferPasswordAsync(user, _gone.Token), Texts["PasswordLinkTitle", user.Name]));

    private async Task RemoveSecondStepAsync(UserStanding user)
    {
        if (await Dialogs.ShowMessageBoxAsync(Texts["SecondStepTitle", user.Name], Texts["SecondStepQuestion"].Value, yesText: Texts["RemoveSecondStep"], cancelText: Texts["Cancel"]) == true)
        {
            await DoAsync(() => Accounts.RemoveSecondStepAsync(user.Id, _gone.Token));
        }
    }

    private Task WithdrawAsync(Invitation invitation) => TryAsync(async () =>
    {
        await Invitations.WithdrawAsync(invitation.Id, _gone.Token);
        (_link, _open) = (null, await Invitations.ListAsync(_gone.Token));
    });

    private async Task ShowAsync(string? code, string title)
    {
        _link = code is null ? null : (title, Navigation.ToAbsoluteUri($"{InvitationDesk.Path}?code={code}").ToString());
        _fault = code is null ? Texts["TooManyLinks"].Value : null;
        _open = await Invitations.ListAsync(_gone.Token);
    }

    private async Task TryAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception) when (_gone.IsCancellationRequested)
        {
            // The reader has left.
        }
        catch (Exception error)
        {
            Log.ChangeFailed(Logger, error);
            _fault = Texts["NotDone"];
        }
    }
}
