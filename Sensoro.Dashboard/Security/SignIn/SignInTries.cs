namespace Sensoro.Dashboard.Security.SignIn;

/// <summary>What holds for every try to come in, whatever is shown: who has guessed too often waits, and a refusal tells nothing by its time.</summary>
internal sealed class SignInTries(AddressPause addresses, Refusals refusals, TimeProvider time)
{
    /// <summary>A refusal takes a whole number of these, so that what the database adds for a known name cannot be seen.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(250);

    /// <param name="context">The request.</param>
    /// <param name="target">Who it would have been, for the trail.</param>
    /// <param name="means">What was shown when it was not a password, for the trail.</param>
    /// <param name="attempt">Looks at what was shown, and signs in whoever may.</param>
    public async Task<SignInOutcome> RunAsync(HttpContext context, Func<string> target, string? means, Func<Task<SignInOutcome>> attempt)
    {
        var (began, address) = (time.GetTimestamp(), ClientAddress.Of(context));
        if (!addresses.MayTry(address))
        {
            refusals.Pause(address);
            return SignInOutcome.Paused;
        }

        var outcome = await attempt();
        if (outcome == SignInOutcome.SignedIn)
        {
            addresses.Forget(address);
        }
        else if (outcome == SignInOutcome.Wrong)
        {
            addresses.NoteWrong(address);
            refusals.SignIn(address, target(), means);
            await WaitAsync(began, context.RequestAborted);
        }

        return outcome;
    }

    private Task WaitAsync(long began, CancellationToken cancellationToken)
    {
        var taken = time.GetElapsedTime(began);
        return Task.Delay(TimeSpan.FromTicks(Step.Ticks - (taken.Ticks % Step.Ticks)), time, cancellationToken);
    }
}
