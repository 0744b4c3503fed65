namespace Sensoro.Dashboard.Components.OpenId;

/// <summary>Words on the way to the provider and back.</summary>
public sealed class OpenIdTexts;
