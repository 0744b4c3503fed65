using MudBlazor;

namespace Sensoro.Dashboard.Components.Theme;

/// <summary>The one theme of the interface: a calm console in which colour is kept for state.</summary>
internal static class SensoroTheme
{
    private static readonly string[] Font = ["var(--font)"];

    public static MudTheme Instance { get; } = new()
    {
        PaletteLight = SensoroPalettes.Light,
        PaletteDark = SensoroPalettes.Dark,
        LayoutProperties = new LayoutProperties
        {
            DefaultBorderRadius = "6px",
            AppbarHeight = "48px",
            DrawerWidthLeft = "200px",
            DrawerMiniWidthLeft = "56px",
        },
        Shadows = new Shadow { Elevation = [.. Enumerable.Range(0, 26).Select(Elevation)] },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = Font, FontSize = "13px", FontWeight = "400", LineHeight = "1.45", LetterSpacing = "0" },
            H1 = new H1Typography { FontFamily = Font, FontSize = "20px", FontWeight = "600", LineHeight = "1.3", LetterSpacing = "-.015em" },
            H5 = new H5Typography { FontFamily = Font, FontSize = "16px", FontWeight = "600", LetterSpacing = "0" },
            H6 = new H6Typography { FontFamily = Font, FontSize = "13px", FontWeight = "600", LetterSpacing = "0" },
            Body1 = new Body1Typography { FontFamily = Font, FontSize = "14px", LetterSpacing = "0" },
            Body2 = new Body2Typography { FontFamily = Font, FontSize = "13px", LetterSpacing = "0" },
            Caption = new CaptionTypography { FontFamily = Font, FontSize = "12px", LetterSpacing = "0" },
            Button = new ButtonTypography { FontFamily = Font, FontSize = "13px", FontWeight = "500", TextTransform = "none", LetterSpacing = "0" },
        },
    };

    private static string Elevation(int level) => level switch
    {
        0 => "none",
        1 => "var(--e1)",
        < 9 => "var(--e2)",
        _ => "var(--e3)",
    };
}
