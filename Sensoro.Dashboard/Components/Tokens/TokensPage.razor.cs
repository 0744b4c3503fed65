using Microsoft.AspNetCore.Components;
using Sensoro.Dashboard.Security.Tokens;
using Sensoro.Dashboard.Storage.Tokens;

namespace Sensoro.Dashboard.Components.Tokens;

/// <summary>Makes tokens for programs and takes them back. A token is shown once, to whoever made it.</summary>
public sealed partial class TokensPage
{
    private readonly CancellationTokenSource _gone = new();
    private TokenForm _form = default!;
    private (string Name, string Token)? _made;
    private string? _fault;

    [Inject]
    internal TokenRoster Roster { get; set; } = default!;

    [Inject]
    internal TokenDesk Desk { get; set; } = default!;

    [Inject]
    public required TimeProvider Time { get; set; }

    [Inject]
    public required ILogger<TokensPage> Logger { get; set; }

    public void Dispose()
    {
        Roster.Changed -= Follow;
        _gone.Cancel();
        _gone.Dispose();
    }

    protected override void OnInitialized()
    {
        _form = new TokenForm(Time);
        Roster.Changed += Follow;
    }

    private void Follow() => _ = InvokeAsync(() =>
    {
        if (!_gone.IsCancellationRequested)
        {
            StateHasChanged();
        }
    });

    private Task MakeAsync() => TryAsync(async () =>
    {
        var outcome = await Desk.MakeAsync(_form.Name, _form.Scopes, _form.ExpiresAt, _gone.Token);
        _fault = outcome.Fault == TokenFault.None ? null : Texts["Fault" + outcome.Fault, TokenDesk.LongestName].Value;
        if (outcome.Token is { } token)
        {
            (_made, _form) = ((_form.Name.Trim(), token), new TokenForm(Time));
        }
    });

    private Task RevokeAsync(TokenStanding token) => TryAsync(async () =>
    {
        await Desk.RevokeAsync(token.Id, _gone.Token);
        _fault = null;
    });

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
