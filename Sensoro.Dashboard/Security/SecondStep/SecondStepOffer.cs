namespace Sensoro.Dashboard.Security.SecondStep;

/// <summary>A secret that somebody is about to take into their authenticator app. It counts once its first code was shown.</summary>
/// <param name="Sealed">The secret and whom it is for, encrypted: the page carries it until the code comes.</param>
/// <param name="Key">The secret as it is typed into an app.</param>
/// <param name="Address">The secret as an app reads it from a QR code.</param>
internal sealed record SecondStepOffer(string Sealed, string Key, string Address)
{
    private const int GroupLength = 4;

    /// <summary>The key in groups that the eye takes in at once.</summary>
    public IEnumerable<string> Groups => Key.Chunk(GroupLength).Select(static group => new string(group));

    /// <summary>Says nothing, wherever it is written to.</summary>
    public override string ToString() => nameof(SecondStepOffer);
}
