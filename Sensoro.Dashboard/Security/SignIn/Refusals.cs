using System.Globalization;
using Sensoro.Dashboard.Access;
using Sensoro.Dashboard.Diagnostics;
using Sensoro.Dashboard.Security.FirstRun;
using Sensoro.Dashboard.Storage.Audit;
using Sensoro.Domain.Audit;

namespace Sensoro.Dashboard.Security.SignIn;

/// <summary>
/// Writes down who was turned away. Strangers bring these entries about, from as many addresses as they have: of each kind, few are
/// written in a while, and the next one says how many were not.
/// </summary>
internal sealed class Refusals(AuditTrail trail, TimeProvider time, ILogger<Refusals> logger)
{
    public const int MostInAWindow = 100;

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly FloodGate _signIns = new(time, MostInAWindow, Window);
    private readonly FloodGate _pauses = new(time, MostInAWindow, Window);
    private readonly FloodGate _codes = new(time, MostInAWindow, Window);
    private readonly FloodGate _links = new(time, MostInAWindow, Window);
    private readonly FloodGate _tokens = new(time, MostInAWindow, Window);
    private readonly FloodGate _places = new(time, MostInAWindow, Window);

    /// <summary>Somebody was not who they said.</summary>
    /// <param name="address">Where they are.</param>
    /// <param name="name">Who it would have been.</param>
    /// <param name="means">What was shown when it was not a password.</param>
    public void SignIn(string address, string name, string? means)
    {
        if (_signIns.TryPass(out var unwritten))
        {
            Log.SignInRefused(logger, address);
            trail.Append(AuditAction.SignInRefused, name, null, (means, More(unwritten)) is ({ } shown, { } more) ? $"{shown}; {more}" : means ?? More(unwritten));
        }
    }

    /// <summary>An address that guesses was not even heard.</summary>
    public void Pause(string address)
    {
        if (_pauses.TryPass(out _))
        {
            Log.SignInPaused(logger, address);
        }
    }

    public void SetUp(SetUpCodeCheck check)
    {
        if (_codes.TryPass(out _))
        {
            Log.SetUpRefused(logger, check);
        }
    }

    /// <summary>A link was used that counts no more, or never did.</summary>
    public void Link()
    {
        if (_links.TryPass(out var unwritten))
        {
            Log.LinkRefused(logger, Acting.Now?.Address);
            trail.Append(AuditAction.SignInRefused, "by a link that does not count", null, More(unwritten));
        }
    }

    /// <summary>A program has shown a token that nobody knows.</summary>
    public void Token(string address)
    {
        if (_tokens.TryPass(out _))
        {
            Log.TokenRefused(logger, address);
        }
    }

    /// <summary>Somebody who is known asked for what their role does not allow.</summary>
    public void Place(string path)
    {
        if (_places.TryPass(out var unwritten))
        {
            trail.Append(AuditAction.AccessRefused, LogText.Of(path), null, More(unwritten));
        }
    }

    private static string? More(long unwritten) => unwritten == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{unwritten} more before it were not written down");
}
