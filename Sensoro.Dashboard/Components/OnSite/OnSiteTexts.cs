namespace Sensoro.Dashboard.Components.OnSite;

/// <summary>Words of the page for the person in front of the device.</summary>
public sealed class OnSiteTexts;
