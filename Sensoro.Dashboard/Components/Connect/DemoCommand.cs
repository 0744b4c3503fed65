namespace Sensoro.Dashboard.Components.Connect;

/// <summary>How the program is started with a demo fleet.</summary>
internal static class DemoCommand
{
    public const string Text = "dotnet run --project Sensoro.Dashboard -- --demo";
}
