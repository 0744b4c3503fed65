using Microsoft.AspNetCore.Components;
using Sensoro.Dashboard.Security.Tokens;
using Sensoro.Dashboard.Storage.Tokens;

namespace Sensoro.Dashboard.Components.Tokens;

/// <summary>Makes tokens for programs and takes them back. A token is shown once, to whoever made it.</summary>
public sealed partial class TokensPage
{
    private TokenForm _form = default!;
    private (string Name, string Token)? _made;

    [Inject]
    internal TokenRoster Roster { get; set; } = default!;

    [Inject]
    internal TokenDesk Desk { get; set; } = default!;

    [Inject]
    public required TimeProvider Time { get; set; }

    protected override string NotDone => Texts["NotDone"];

    protected override void OnInitialized()
    {
        _form = new TokenForm(Time);
        Roster.Changed += Follow;
    }

    protected override void OnDisposed() => Roster.Changed -= Follow;

    private void Follow() => _ = InvokeAsync(() =>
    {
        if (!Gone.IsCancellationRequested)
        {
            StateHasChanged();
        }
    });

    private Task MakeAsync() => TryAsync(async () =>
    {
        var outcome = await Desk.MakeAsync(_form.Name, _form.Scopes, _form.ExpiresAt, Gone);
        Fault = outcome.Fault == TokenFault.None ? null : Texts["Fault" + outcome.Fault, TokenDesk.LongestName].Value;
        if (outcome.Token is { } token)
        {
            (_made, _form) = ((_form.Name.Trim(), token), new TokenForm(Time));
        }
    });

    private Task RevokeAsync(TokenStanding token) => TryAsync(async () =>
    {
        await Desk.RevokeAsync(token.Id, Gone);
        Fault = null;
    });
}
