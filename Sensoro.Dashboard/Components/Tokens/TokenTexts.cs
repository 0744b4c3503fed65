namespace Sensoro.Dashboard.Components.Tokens;

/// <summary>Words of the page about the tokens of programs.</summary>
public sealed class TokenTexts;
