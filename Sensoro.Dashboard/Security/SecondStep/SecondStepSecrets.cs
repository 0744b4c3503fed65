namespace Sensoro.Dashboard.Security.SecondStep;

/// <summary>What is kept of somebody's second step.</summary>
/// <param name="Secret">Shared with the authenticator app.</param>
/// <param name="LastStep">The last time step whose code was taken: no code counts twice.</param>
/// <param name="RecoveryHashes">Of the recovery codes that are left.</param>
internal sealed record SecondStepSecrets(byte[] Secret, long LastStep, IReadOnlyList<byte[]> RecoveryHashes)
{
    /// <summary>Says nothing, wherever it is written to.</summary>
    public override string ToString() => nameof(SecondStepSecrets);
}
