namespace Sensoro.Dashboard.Quarantine;

/// <summary>Which secret a candidate was tried with.</summary>
public enum DoctorKey
{
    Current,
    Previous,

    /// <summary>The AppKey, in case the two were entered in each other's place.</summary>
    AppKey,
    OtherApplication,
}
