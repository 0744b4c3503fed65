using Microsoft.AspNetCore.Identity;
using Sensoro.Dashboard.Storage.People;

namespace Sensoro.Dashboard.Security.People;

/// <summary>
/// Lets one change of accounts run at a time, and the roster knows of it before it is answered. A circuit lives too long to hold a
/// database context, so each change has its own.
/// </summary>
internal sealed class AccountChanges(IServiceScopeFactory scopes, Roster roster) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Changes one account; <see cref="AccountFault.Gone"/> when it is not there.</summary>
    public Task<AccountOutcome> OfAsync(string id, Func<UserManager<UserRow>, UserRow, Task<AccountOutcome>> change, CancellationToken cancellationToken) => RunAsync(
        async users => await users.FindByIdAsync(id) is { } user ? await change(users, user) : AccountFault.Gone, cancellationToken);

    /// <summary>Reads what is kept with one account; the default when it is not there.</summary>
    public async Task<T?> ReadAsync<T>(string id, Func<UserManager<UserRow>, UserRow, Task<T>> read)
    {
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<UserRow>>();
        return await users.FindByIdAsync(id) is { } user ? await read(users, user) : default;
    }

    public Task<AccountOutcome> RunAsync(Func<UserManager<UserRow>, Task<AccountOutcome>> change, CancellationToken cancellationToken) =>
        InTurnAsync(services => change(services.GetRequiredService<UserManager<UserRow>>()), cancellationToken);

    /// <summary>Does something to the accounts while nobody else changes any.</summary>
    public async Task<T> InTurnAsync<T>(Func<IServiceProvider, Task<T>> change, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var outcome = await change(scope.ServiceProvider);
            roster.Reload();
            return outcome;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();
}
