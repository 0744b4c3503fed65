namespace Sensoro.Simulator.Bench.Live;

/// <summary>What a viewer does with a message of the hub.</summary>
/// <param name="message">The JSON of one message, good until the call returns.</param>
/// <param name="at">Time stamp of its last byte.</param>
internal delegate void HubNews(ReadOnlySpan<byte> message, long at);
