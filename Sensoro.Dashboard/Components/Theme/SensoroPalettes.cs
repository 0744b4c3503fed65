using MudBlazor;

namespace Sensoro.Dashboard.Components.Theme;

/// <summary>
/// The design tokens as MudBlazor wants them: it computes with colours and cannot take CSS variables. A test compares
/// them with the style sheet's tokens.
/// </summary>
internal static class SensoroPalettes
{
    public static PaletteLight Light { get; } = new PaletteLight
    {
        Primary = "#0a6579",
        PrimaryContrastText = "#ffffff",
        PrimaryDarken = "#084f5f",
        Secondary = "#46525c",
        Tertiary = "#46525c",
        Background = "#f3f5f7",
        AppbarBackground = "#f3f5f7",
        DrawerBackground = "#f3f5f7",
        Surface = "#ffffff",
        BackgroundGray = "#edf0f3",
        TextPrimary = "#12181d",
        TextSecondary = "#46525c",
        TextDisabled = "#5c6872",
        AppbarText = "#12181d",
        DrawerText = "#46525c",
        DrawerIcon = "#46525c",
        ActionDefault = "#46525c",
        ActionDisabled = "#5c6872",
        ActionDisabledBackground = "#edf0f3",
        Divider = "#e2e7eb",
        TableLines = "#e2e7eb",
        LinesDefault = "#e2e7eb",
        LinesInputs = "#7b8893",
        TableHover = "#f1f4f6",
        Error = "#d3262f",
        ErrorContrastText = "#ffffff",
        Warning = "#b87503",
        WarningContrastText = "#ffffff",
        Success = "#178a60",
        SuccessContrastText = "#ffffff",
        Info = "#3d5bbf",
        InfoContrastText = "#ffffff",
        Dark = "#1b2329",
        DarkContrastText = "#ffffff",
        Skeleton = "#e9edf1",
        HoverOpacity = 0.04,
    };

    public static PaletteDark Dark { get; } = new PaletteDark
    {
        Primary = "#58bfd2",
        PrimaryContrastText = "#04222a",
        PrimaryDarken = "#83d3e2",
        Secondary = "#b1bcc4",
        Tertiary = "#b1bcc4",
        Background = "#0d1114",
        AppbarBackground = "#0d1114",
        DrawerBackground = "#0d1114",
        Surface = "#151a1e",
        BackgroundGray = "#0f1417",
        TextPrimary = "#e9eef1",
        TextSecondary = "#b1bcc4",
        TextDisabled = "#909da7",
        AppbarText = "#e9eef1",
        DrawerText = "#b1bcc4",
        DrawerIcon = "#b1bcc4",
        ActionDefault = "#b1bcc4",
        ActionDisabled = "#909da7",
        ActionDisabledBackground = "#0f1417",
        Divider = "#232b31",
        TableLines = "#232b31",
        LinesDefault = "#232b31",
        LinesInputs = "#6d7b86",
        TableHover = "#1b2126",
        Error = "#f1575a",
        ErrorContrastText = "#1e0506",
        Warning = "#f0b63c",
        WarningContrastText = "#211600",
        Success = "#35b586",
        SuccessContrastText = "#03170f",
        Info = "#7d98f5",
        InfoContrastText = "#070d22",
        Dark = "#e9eef1",
        DarkContrastText = "#12181d",
        Skeleton = "#262f36",
        HoverOpacity = 0.04,
    };
}
