using Microsoft.Extensions.Options;
using Sensoro.Dashboard.Diagnostics;
using Sensoro.Dashboard.Security.OpenId;
using Sensoro.Dashboard.Security.People;
using Sensoro.Dashboard.Security.SignIn;

namespace Sensoro.Dashboard.Security.FirstRun;

/// <summary>
/// Prints the link to the set-up page on the console, and a new one whenever its code has run out, until there is a user. It is printed,
/// not logged: logs are copied to where the code has no business.
/// </summary>
internal sealed class SetUpAnnouncer(SetUpCode code, Roster roster, OwnAddress address, IOptions<OpenIdOptions> openId, IHostApplicationLifetime lifetime, TimeProvider time) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        using var timer = new PeriodicTimer(SetUpCode.Lifetime, time);
        try
        {
            await started.Task.WaitAsync(stoppingToken);
            if (roster.IsEmpty && openId.Value.IsOnlyWay)
            {
                await Console.Out.WriteLineAsync(ByGroup());
                return;
            }

            while (roster.IsEmpty)
            {
                await Console.Out.WriteLineAsync(Text(code.Renew()));
                await timer.WaitForNextTickAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The program ends before it was set up.
        }
    }

    private string ByGroup() =>
        $"""

        This program has no user yet. Its administrator is whoever signs in first at
          {address.Root}
        and is in a group with the role Administrator.

        """;

    private string Text(string made) =>
        $"""

        This program has no user yet. Within {SetUpCode.Lifetime.TotalMinutes:0} minutes, open
          {new Uri(address.Root, SignInAddress.SetUp)}?code={made}
        to make its administrator, or enter the set-up code there: {made}

        """;
}
