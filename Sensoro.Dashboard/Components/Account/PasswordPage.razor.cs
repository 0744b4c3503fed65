using Microsoft.AspNetCore.Components;
using Sensoro.Dashboard.Access;
using Sensoro.Dashboard.Security.People;
using Sensoro.Dashboard.Security.SignIn;

namespace Sensoro.Dashboard.Components.Account;

/// <summary>Changes one's own password. The other sessions end, this one goes on.</summary>
public sealed partial class PasswordPage
{
    private string? _fault;
    private bool _isDone;

    [Inject]
    internal UserAccounts Accounts { get; set; } = default!;

    [Inject]
    internal SignInDesk SignIn { get; set; } = default!;

    [CascadingParameter]
    public required HttpContext Context { get; set; }

    [SupplyParameterFromForm]
    public AccountForm? Form { get; set; }

    private async Task ChangeAsync()
    {
        if (Acting.Now?.UserId is not { } id)
        {
            _fault = Texts["FaultGone"];
            return;
        }

        var outcome = await Accounts.ChangePasswordAsync(id, Form?.Current ?? "", Form?.Password ?? "", Context.RequestAborted);
        _fault = AccountFaults.Text(Texts, outcome);
        if (outcome is { Fault: AccountFault.None, User: { } user })
        {
            await SignIn.SignInAsync(Context, user, isKept: false);
            _isDone = true;
        }
    }
}
