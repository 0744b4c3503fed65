namespace Sensoro.Dashboard.Tests.Components;

/// <summary>A place in the program that asks for a text.</summary>
/// <param name="Texts">The class of the texts, such as <c>LayoutTexts</c>.</param>
/// <param name="Keys">Keys that stand there.</param>
/// <param name="Beginnings">Beginnings of keys whose rest is put together.</param>
/// <param name="IsOpen">The key comes from elsewhere.</param>
/// <param name="File">Where.</param>
internal sealed record TextUse(string Texts, IReadOnlyList<string> Keys, IReadOnlyList<string> Beginnings, bool IsOpen, string File);
