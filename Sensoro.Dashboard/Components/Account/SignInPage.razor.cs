using Microsoft.AspNetCore.Components;
using Sensoro.Dashboard.Security.FirstRun;
using Sensoro.Dashboard.Security.Passkeys;
using Sensoro.Dashboard.Security.SignIn;

namespace Sensoro.Dashboard.Components.Account;

/// <summary>The way in for people with an account. <see cref="SignInEndpoint"/> takes what it asks for.</summary>
public sealed partial class SignInPage
{
    private LastTryTicket? _last;

    [Inject]
    internal SetUpDesk SetUp { get; set; } = default!;

    [Inject]
    internal LocalVisitor Visitor { get; set; } = default!;

    [Inject]
    internal LastTry Last { get; set; } = default!;

    [CascadingParameter]
    public required HttpContext Context { get; set; }

    [SupplyParameterFromQuery]
    public string? ReturnUrl { get; set; }

    private bool TakesPasskeys => PasskeyPlace.Offers(Context.Request);

    private bool IsDemo => SetUp.IsOpen && Visitor.Admits(Context);

    /// <summary>What came of the try before, if it let nobody in.</summary>
    private string? Fault => _last switch
    {
        null => null,
        { IsPasskey: true, Outcome: SignInOutcome.Wrong or SignInOutcome.Over } => Texts["PasskeyTry" + _last.Outcome].Value,
        _ => Texts["SignIn" + _last.Outcome].Value,
    };

    protected override void OnInitialized() => _last = Last.Take(Context);
}
