using System.Text.Json.Serialization;

namespace Sensoro.Dashboard.Hubs;

/// <summary>The hub's JSON, generated at build time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(FleetView))]
[JsonSerializable(typeof(DeviceView))]
[JsonSerializable(typeof(DeviceNews))]
[JsonSerializable(typeof(MessageNews))]
[JsonSerializable(typeof(PulseView))]
[JsonSerializable(typeof(HistoryAsk))]
[JsonSerializable(typeof(HistoryView))]
[JsonSerializable(typeof(StatesView))]
[JsonSerializable(typeof(TrackAsk))]
[JsonSerializable(typeof(TrackView))]
[JsonSerializable(typeof(FleetAsk))]
[JsonSerializable(typeof(CellAsk))]
[JsonSerializable(typeof(IReadOnlyList<MapDevice>))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(long))]
[JsonSerializable(typeof(int))]
internal sealed partial class TelemetryJson : JsonSerializerContext;
