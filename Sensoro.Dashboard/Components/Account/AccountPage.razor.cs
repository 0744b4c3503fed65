using Microsoft.AspNetCore.Components;
using Sensoro.Dashboard.Access;
using Sensoro.Dashboard.Security.Passkeys;
using Sensoro.Dashboard.Security.People;
using Sensoro.Dashboard.Security.SecondStep;
using Sensoro.Dashboard.Security.SignIn;
using Sensoro.Dashboard.Storage.People;

namespace Sensoro.Dashboard.Components.Account;

/// <summary>What somebody can do about their own way in.</summary>
public sealed partial class AccountPage
{
    /// <summary>Null without a second step.</summary>
    private int? _codesLeft;
    private IReadOnlyList<PasskeySummary> _passkeys = [];
    private IReadOnlyList<Session> _sessions = [];

    [Inject]
    internal SecondSteps Steps { get; set; } = default!;

    [Inject]
    internal OwnPasskeys Passkeys { get; set; } = default!;

    [Inject]
    internal SessionBook Book { get; set; } = default!;

    [Inject]
    internal Roster Roster { get; set; } = default!;

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Inject]
    public required Sessions Sessions { get; set; }

    [CascadingParameter]
    public required HttpContext Context { get; set; }

    [SupplyParameterFromForm]
    public AccountForm? Form { get; set; }

    /// <summary>The session of this browser.</summary>
    private string? Own => Roster.SessionOf(Context.User);

    /// <summary>The provider asks such people for their password and whatever else; here they have none.</summary>
    private bool IsOfProvider => Roster.Find(Acting.Now?.UserId ?? "") is { IsOfProvider: true };

    private string SecondStepState => _codesLeft switch
    {
        null => Texts["SecondStepOffText"],
        0 => Texts["SecondStepOnNoCodes"],
        { } left => Texts["SecondStepOnText", left],
    };

    protected override async Task OnInitializedAsync()
    {
        if (Acting.Now?.UserId is not { } id)
        {
            // A visitor of the demo has no account.
            Navigation.NavigateTo(SignInAddress.SignIn);
        }
        else
        {
            _codesLeft = await Steps.CodesLeftAsync(id);
            _passkeys = await Passkeys.ListAsync();
            _sessions = await Sessions.ListAsync(id, Context.RequestAborted);
        }
    }

    private async Task EndAsync()
    {
        if (Acting.Now?.UserId is { } id && Form?.Wish is { Length: > 0 } wish)
        {
            await (wish == SessionList.Others ? Book.EndOthersAsync(Own, Context.RequestAborted) : Book.EndAsync(wish, Context.RequestAborted));
            _sessions = await Sessions.ListAsync(id, Context.RequestAborted);
        }
    }
}
