using Microsoft.Extensions.Options;
using Sensoro.Dashboard.Security.OpenId;
using Sensoro.Dashboard.Security.People;

namespace Sensoro.Dashboard.Security.FirstRun;

/// <summary>Makes the administrator that the configuration names, when the program has no user yet.</summary>
internal sealed class UnattendedSetUp(Roster roster, UserAccounts accounts, IOptions<SetUpOptions> options, IOptions<OpenIdOptions> openId, ILogger<UnattendedSetUp> logger)
{
    /// <exception cref="OptionsValidationException">The file holds no password that can be taken.</exception>
    public async Task RunAsync()
    {
        var wanted = options.Value;
        if (!wanted.IsGiven || !roster.IsEmpty || openId.Value.IsOnlyWay)
        {
            return;
        }

        var outcome = await accounts.CreateFirstAsync(wanted.UserName, wanted.Password.Length > 0 ? wanted.Password : ReadFile(wanted), comesIn: false, CancellationToken.None);
        if (outcome.Fault != AccountFault.None)
        {
            throw Refused($"SetUp:UserName: the administrator could not be made ({outcome.Fault}).");
        }

        Log.SetUpUnattended(logger);
    }

    private static string ReadFile(SetUpOptions wanted)
    {
        try
        {
            using var reader = new StreamReader(wanted.PasswordFile);
            var password = reader.ReadLine() ?? "";
            return PasswordFaults.Text(password, wanted.UserName) is { } fault ? throw Refused($"SetUp:PasswordFile: the first line {fault}") : password;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw Refused($"SetUp:PasswordFile cannot be read ({error.Message}). Name a file whose first line is the password.");
        }
    }

    private static OptionsValidationException Refused(string fault) => new(SetUpOptions.Section, typeof(SetUpOptions), [fault]);
}
