using System.Runtime.InteropServices;

namespace Sensoro.Dashboard.Security.SignIn;

/// <summary>Which browser on which system somebody signs in with, as far as it says so itself. It tells sessions apart, nothing depends on it.</summary>
/// <param name="Browser">Its name; empty when it is not known.</param>
/// <param name="System">Its name; empty when it is not known.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct DeviceName(string Browser, string System)
{
    private const string Between = " on ";

    /// <summary>A browser names those that it wants to be taken for, too: the first of these that it names is what it is.</summary>
    private static readonly (string Word, string Name)[] Browsers =
    [
        ("MicroMessenger", "WeChat"), ("QQBrowser", "QQ Browser"), ("HuaweiBrowser", "Huawei Browser"), ("MiuiBrowser", "Mi Browser"), ("SamsungBrowser", "Samsung Internet"),
        ("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox", "Firefox"), ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome", "Chrome"), ("Safari", "Safari"),
    ];

    private static readonly (string Word, string Name)[] Systems =
    [
        ("Windows", "Windows"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("OpenHarmony", "HarmonyOS"), ("Android", "Android"), ("Mac OS X", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux"),
    ];

    public static DeviceName Of(string userAgent) => new(Find(Browsers, userAgent), Find(Systems, userAgent));

    /// <summary>Reads what <see cref="ToString"/> has written.</summary>
    public static DeviceName Parse(string text) => text.Split(Between, 2) is [var browser, var system] ? new(browser, system) : new(text, "");

    /// <summary>Such as <c>Chrome on Windows</c>.</summary>
    public override string ToString() => System.Length == 0 ? Browser : $"{Browser}{Between}{System}";

    private static string Find((string Word, string Name)[] known, string userAgent) =>
        Array.Find(known, one => userAgent.Contains(one.Word, StringComparison.Ordinal)).Name ?? "";
}
