namespace Sensoro.Dashboard.Components.Audit;

/// <summary>Words of the audit trail.</summary>
public sealed class AuditTexts;
