namespace Sensoro.Domain.Protocol;

/// <summary>The end of a task, such as a change of the upload interval. It names no device, only the task.</summary>
/// <param name="Envelope">The readable outside.</param>
/// <param name="TaskId">Exact digits or text.</param>
/// <param name="ResultCode">Exact digits or text; 0 is success.</param>
/// <param name="Success">Null when there is no result code.</param>
/// <param name="ResultData">JSON text as sent, or null.</param>
public sealed record TaskEvent(PushEnvelope Envelope, string TaskId, string? ResultCode, bool? Success, string? ResultData) : Push(Envelope);
