namespace Sensoro.Dashboard.Tests.OpenId;

/// <summary>Somebody who has an account at the provider.</summary>
internal sealed record ProviderPerson(string Subject, string? Name, params string[] Groups);
