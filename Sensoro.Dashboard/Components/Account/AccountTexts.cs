namespace Sensoro.Dashboard.Components.Account;

/// <summary>Words of the pages by which people come in.</summary>
public sealed class AccountTexts;
