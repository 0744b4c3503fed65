namespace Sensoro.Dashboard.Components.Layout;

/// <summary>The version as people say it.</summary>
internal static class ProgramVersion
{
    public static string Text { get; } = typeof(ProgramVersion).Assembly.GetName().Version is { } version ? version.ToString(3) : "";
}
