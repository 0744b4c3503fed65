namespace Sensoro.Dashboard.Components.QrLabels;

/// <summary>Words of the sheet of labels.</summary>
public sealed class QrLabelsTexts;
