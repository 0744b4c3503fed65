namespace Sensoro.Dashboard.Components.Busy;

/// <summary>Words for whoever finds no place.</summary>
public sealed class BusyTexts;
