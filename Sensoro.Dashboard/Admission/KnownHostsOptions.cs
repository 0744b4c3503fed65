namespace Sensoro.Dashboard.Admission;

/// <summary>The names under which people may reach the program.</summary>
internal sealed class KnownHostsOptions
{
    public const string Key = "AllowedHosts";

    /// <summary>The configured list, separated by semicolons; empty for what follows from the rest of the configuration.</summary>
    public string Text { get; set; } = "";

    /// <summary>Names that stand elsewhere in the configuration: in the addresses listened on and those registered at SENSORO.</summary>
    public IReadOnlyCollection<string> Mentioned { get; set; } = [];

    public IReadOnlyList<string> Listed => Text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
