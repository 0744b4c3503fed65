namespace Sensoro.Dashboard.Components.Users;

/// <summary>Words of the page about who may come in.</summary>
public sealed class UserTexts;
