using Microsoft.AspNetCore.Components;
using Sensoro.Dashboard.Components.Layout;
using Sensoro.Dashboard.Security.FirstRun;
using Sensoro.Dashboard.Security.SignIn;

namespace Sensoro.Dashboard.Components.Account;

/// <summary>The way in for people with an account.</summary>
public sealed partial class SignInPage
{
    private string? _fault;

    [Inject]
    internal SignInDesk Desk { get; set; } = default!;

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

    private bool IsDemo => SetUp.IsOpen && Visitor.Admits(Context);

    private async Task SignInAsync()
    {
        var outcome = await Desk.TryAsync(Context, (Form?.UserName ?? "").Trim(), Form?.Password ?? "", Form?.Keep is true);
        if (outcome == SignInOutcome.SignedIn)
        {
            Navigation.NavigateTo(ReturnAddress.Of(ReturnUrl));
            return;
        }

        _fault = Texts["SignIn" + outcome];
    }
}
