namespace Sensoro.Dashboard.Webhook;

/// <summary>Problem details as they are sent; <paramref name="Reason"/> is the word under which the refusal is counted.</summary>
internal sealed record RefusedProblem(string Type, string Title, int Status, string Detail, string? Reason);
