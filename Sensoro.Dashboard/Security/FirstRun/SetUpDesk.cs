using Sensoro.Dashboard.Security.People;
using Sensoro.Dashboard.Security.SignIn;

namespace Sensoro.Dashboard.Security.FirstRun;

/// <summary>Makes the first administrator for whoever has the code.</summary>
internal sealed class SetUpDesk(SetUpCode code, Roster roster, UserAccounts accounts, Refusals refusals, ILogger<SetUpDesk> logger)
{
    /// <summary>There is no user yet.</summary>
    public bool IsOpen => roster.IsEmpty;

    public async Task<(SetUpCodeCheck Code, AccountOutcome Account)> TryAsync(string? given, string name, string password, CancellationToken cancellationToken)
    {
        var check = code.Check(given);
        if (check != SetUpCodeCheck.Right)
        {
            refusals.SetUp(check);
            return (check, AccountFault.None);
        }

        var outcome = await accounts.CreateFirstAsync(name, password, comesIn: true, cancellationToken);
        if (outcome.Fault == AccountFault.None)
        {
            code.Spend();
            Log.SetUpDone(logger);
        }

        return (check, outcome);
    }
}
