namespace Sensoro.Domain.Protocol;

/// <summary>An authentic push of a type this program does not know: kept, not interpreted.</summary>
public sealed record OtherPush(PushEnvelope Envelope) : Push(Envelope);
