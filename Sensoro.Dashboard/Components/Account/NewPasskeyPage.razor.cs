using Microsoft.AspNetCore.Components;
using Sensoro.Dashboard.Security.Passkeys;
using Sensoro.Dashboard.Security.People;
using Sensoro.Dashboard.Security.SignIn;

namespace Sensoro.Dashboard.Components.Account;

/// <summary>Adds a passkey: the page's script has the browser make it, and sends it with the form.</summary>
public sealed partial class NewPasskeyPage
{
    private string? _fault;
    private string _device = "";

    [Inject]
    internal OwnPasskeys Passkeys { get; set; } = default!;

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [CascadingParameter]
    public required HttpContext Context { get; set; }

    [SupplyParameterFromForm]
    public AccountForm? Form { get; set; }

    protected override void OnInitialized() => _device = DeviceWords.Of(Texts, DeviceName.Of(Context.Request.Headers.UserAgent.ToString()));

    private async Task AddAsync()
    {
        var outcome = await Passkeys.AddAsync(Context, Form?.Credential ?? "", (Form?.Name ?? "").Trim());
        _fault = AccountFaults.Text(Texts, outcome);
        if (outcome.Fault == AccountFault.None)
        {
            Navigation.NavigateTo(SignInAddress.Account);
        }
    }
}
