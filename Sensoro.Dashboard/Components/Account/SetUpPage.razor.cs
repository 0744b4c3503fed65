using Microsoft.AspNetCore.Components;
using Sensoro.Dashboard.Security.FirstRun;
using Sensoro.Dashboard.Security.People;
using Sensoro.Dashboard.Security.SignIn;

namespace Sensoro.Dashboard.Components.Account;

/// <summary>Makes the first administrator. Once there is one, the page is gone.</summary>
public sealed partial class SetUpPage
{
    private string? _fault;

    [Inject]
    internal SetUpDesk Desk { get; set; } = default!;

    [Inject]
    internal SignInDesk SignIn { get; set; } = default!;

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [CascadingParameter]
    public required HttpContext Context { get; set; }

    /// <summary>As the printed link carries it.</summary>
    [SupplyParameterFromQuery]
    public string? Code { get; set; }

    [SupplyParameterFromForm]
    public AccountForm? Form { get; set; }

    protected override void OnInitialized()
    {
        if (!Desk.IsOpen)
        {
            Navigation.NavigateTo("/");
        }
    }

    private async Task SetUpAsync()
    {
        if (!Desk.IsOpen)
        {
            return;
        }

        var (check, outcome) = await Desk.TryAsync(Form?.Code, (Form?.UserName ?? "").Trim(), Form?.Password ?? "", Context.RequestAborted);
        if (check == SetUpCodeCheck.Right && outcome is { Fault: AccountFault.None, User: { } user })
        {
            await SignIn.SignInAsync(Context, user, isKept: false);
            Navigation.NavigateTo("/");
            return;
        }

        _fault = check == SetUpCodeCheck.Right ? AccountFaults.Text(Texts, outcome) : Texts["Code" + check];
    }
}
