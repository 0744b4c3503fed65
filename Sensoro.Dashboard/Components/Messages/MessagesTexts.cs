namespace Sensoro.Dashboard.Components.Messages;

/// <summary>Words of the ledger.</summary>
public sealed class MessagesTexts;
