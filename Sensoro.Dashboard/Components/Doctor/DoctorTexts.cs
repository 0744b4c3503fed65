namespace Sensoro.Dashboard.Components.Doctor;

/// <summary>Words of the webhook doctor.</summary>
public sealed class DoctorTexts;
