namespace Sensoro.Dashboard.Security;

/// <summary>AppIDs that the configuration names already; filled when the program is put together.</summary>
internal sealed class ConfiguredAppIds
{
    public IReadOnlyCollection<string> Values { get; set; } = [];
}
