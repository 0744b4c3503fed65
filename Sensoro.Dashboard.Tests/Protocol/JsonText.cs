namespace Sensoro.Dashboard.Tests.Protocol;

/// <summary>A text that looks like JSON.</summary>
public sealed record JsonText(string Text);
