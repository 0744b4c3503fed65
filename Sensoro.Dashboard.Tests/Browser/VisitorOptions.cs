using Sensoro.Dashboard.Tests.Integration;

namespace Sensoro.Dashboard.Tests.Browser;

/// <summary>What a visitor looks through.</summary>
public sealed record VisitorOptions
{
    public int Width { get; init; } = 1440;

    public int Height { get; init; } = 900;

    public bool IsDark { get; init; }

    public bool IsChinese { get; init; }

    /// <summary>Whether the browser runs scripts at all.</summary>
    public bool HasScripts { get; init; } = true;

    /// <summary>Who is signed in; null for nobody.</summary>
    public string? UserName { get; init; } = DashboardSettings.Administrator;

    public static VisitorOptions Phone { get; } = new() { Width = 360, Height = 780 };
}
