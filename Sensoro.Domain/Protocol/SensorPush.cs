using Sensoro.Domain.Metrics;

namespace Sensoro.Domain.Protocol;

/// <summary>An upload of a device. Every key appears at most once among the measurements.</summary>
public sealed record SensorPush(PushEnvelope Envelope, string Sn, IReadOnlyList<Measurement> Measurements) : Push(Envelope);
