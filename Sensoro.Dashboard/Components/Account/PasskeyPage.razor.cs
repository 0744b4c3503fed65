using Microsoft.AspNetCore.Components;
using Sensoro.Dashboard.Security.Passkeys;
using Sensoro.Dashboard.Security.People;
using Sensoro.Dashboard.Security.SignIn;

namespace Sensoro.Dashboard.Components.Account;

/// <summary>Renames one of somebody's own passkeys, or removes it.</summary>
public sealed partial class PasskeyPage
{
    /// <summary>What the button says that removes it.</summary>
    private const string Remove = "remove";

    private PasskeySummary? _passkey;
    private string? _fault;

    [Inject]
    internal OwnPasskeys Passkeys { get; set; } = default!;

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [CascadingParameter]
    public required HttpContext Context { get; set; }

    [Parameter]
    public string Id { get; set; } = "";

    [SupplyParameterFromForm]
    public AccountForm? Form { get; set; }

    protected override async Task OnInitializedAsync() =>
        _passkey = (await Passkeys.ListAsync()).FirstOrDefault(passkey => passkey.Id == Id);

    private async Task ChangeAsync()
    {
        var outcome = Form?.Wish == Remove
            ? await Passkeys.RemoveAsync(Id, Context.RequestAborted)
            : await Passkeys.RenameAsync(Id, (Form?.Name ?? "").Trim(), Context.RequestAborted);
        _fault = AccountFaults.Text(Texts, outcome);
        if (outcome.Fault == AccountFault.None)
        {
            Navigation.NavigateTo(SignInAddress.Account);
        }
    }
}
