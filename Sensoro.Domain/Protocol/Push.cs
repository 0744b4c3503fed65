namespace Sensoro.Domain.Protocol;

/// <summary>One push, read: what it says, ready for the projections.</summary>
public abstract record Push(PushEnvelope Envelope);
