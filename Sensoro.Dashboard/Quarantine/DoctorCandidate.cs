namespace Sensoro.Dashboard.Quarantine;

/// <summary>One address and one secret that were tried on a refused push.</summary>
/// <param name="Url">The text that entered the signature.</param>
/// <param name="IsRegistered">It is one of those in <c>Sensoro:WebhookUrls</c>.</param>
/// <param name="Key">Which secret; never the secret itself.</param>
/// <param name="Application">Whose it is.</param>
/// <param name="Matches">It gives the signature the push came with.</param>
public sealed record DoctorCandidate(string Url, bool IsRegistered, DoctorKey Key, string Application, bool Matches);
