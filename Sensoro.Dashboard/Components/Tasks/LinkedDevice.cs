namespace Sensoro.Dashboard.Components.Tasks;

/// <summary>The device a task is linked to.</summary>
/// <param name="Sn">Its serial number.</param>
/// <param name="Name">Its name, when it has one.</param>
public sealed record LinkedDevice(string Sn, string? Name)
{
    public string DisplayName => Name ?? Sn;
}
