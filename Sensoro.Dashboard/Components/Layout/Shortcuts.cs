namespace Sensoro.Dashboard.Components.Layout;

/// <summary>
/// The keys of the program. What answers to a key on every page bears it as <c>data-keys</c>, which the browser obeys; the attribute
/// and the list of keys are both written from here, so that the list cannot name a key that does nothing.
/// </summary>
internal static class Shortcuts
{
    public static Shortcut Search { get; } = new("/", "KeySearch");

    public static Shortcut Help { get; } = new("?", "KeyHelp");

    public static IReadOnlyList<Shortcut> Pages { get; } = [.. NavItems.All.Select(static item => new Shortcut(ToPage(item.Letter), item.TextKey))];

    /// <summary>All of them, for the list. Those of the last three groups belong to parts of a page, which listen for themselves.</summary>
    public static IReadOnlyList<ShortcutGroup> All { get; } =
    [
        new("KeysEverywhere", [Search, Help, new("Esc", "KeyClose")]),
        new("KeysPages", Pages),
        new("KeysLists", [new("j", "KeyNext"), new("k", "KeyPrevious"), new("Enter", "KeyOpen")]),
        new("KeysResults", [new("↓ ↑", "KeyChoose"), new("Home End", "KeyEnds"), new("Enter", "KeyOpen")]),
        new("KeysCharts", [new("← →", "KeyReading")]),
    ];

    public static string ToPage(char letter) => $"g {letter}";
}
