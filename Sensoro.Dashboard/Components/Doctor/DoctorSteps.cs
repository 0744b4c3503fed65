using Sensoro.Dashboard.Quarantine;

namespace Sensoro.Dashboard.Components.Doctor;

/// <summary>Where a push got to.</summary>
internal static class DoctorSteps
{
    /// <summary>The check that it failed; null when it passes them all now.</summary>
    public static DoctorStep? FailedAt(Diagnosis diagnosis) => diagnosis.Cause switch
    {
        DoctorCause.Mended => null,
        DoctorCause.ApplicationUnknown or DoctorCause.NoSignature => DoctorStep.Application,
        DoctorCause.AddressDiffers or DoctorCause.KeysOfAnother or DoctorCause.SecretDiffers => DoctorStep.Signature,
        DoctorCause.KeysSwapped => diagnosis.Candidates.Count > 0 ? DoctorStep.Signature : DoctorStep.Decryption,
        DoctorCause.ClockDiffers => DoctorStep.Clock,
        DoctorCause.AppKeyDiffers or DoctorCause.AppKeyOfAnother => DoctorStep.Decryption,
        DoctorCause.Unreadable => DoctorStep.Content,
    };

    /// <summary>True for a check that it passed, false for the one it failed, null for one it did not reach.</summary>
    public static bool? Passed(Diagnosis diagnosis, DoctorStep step) => FailedAt(diagnosis) switch
    {
        null => true,
        { } failed when step == failed => false,

        // The clock is asked after the signature, though it is told before it.
        DoctorStep.Clock => step is not (DoctorStep.Decryption or DoctorStep.Content) ? true : null,
        DoctorStep.Signature when step == DoctorStep.Clock => diagnosis.Skew?.Duration() <= diagnosis.Tolerance,
        { } failed => step < failed ? true : null,
    };
}
