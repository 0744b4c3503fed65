namespace Sensoro.Dashboard.Components.Connect;

/// <summary>Words of the page about the connection to SENSORO.</summary>
public sealed class ConnectTexts;
