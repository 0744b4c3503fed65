using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;

namespace Sensoro.Dashboard.Api;

/// <summary>The API's JSON, generated at build time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(DeviceListResource))]
[JsonSerializable(typeof(SeriesResource))]
[JsonSerializable(typeof(StateSeriesResource))]
[JsonSerializable(typeof(TrackResource))]
[JsonSerializable(typeof(ReliabilityResource))]
[JsonSerializable(typeof(MessageListResource))]
[JsonSerializable(typeof(TaskListResource))]
[JsonSerializable(typeof(StatsResource))]
[JsonSerializable(typeof(ProblemDetails))]
internal sealed partial class ApiJson : JsonSerializerContext;
