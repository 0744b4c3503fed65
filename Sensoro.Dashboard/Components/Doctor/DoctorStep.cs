namespace Sensoro.Dashboard.Components.Doctor;

/// <summary>The checks of a push in the order of the door.</summary>
internal enum DoctorStep
{
    Reached,
    Application,
    Clock,
    Signature,
    Decryption,
    Content,
}
