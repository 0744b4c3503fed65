using System.Text.Json.Serialization;
using Sensoro.Dashboard.Security.Passkeys;
using Sensoro.Dashboard.Security.SecondStep;
using Sensoro.Dashboard.Security.SignIn;

namespace Sensoro.Dashboard.Security;

/// <summary>What lies on disk and in cookies, generated at build time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, RespectNullableAnnotations = true, WriteIndented = true)]
[JsonSerializable(typeof(StoredApplicationList))]
[JsonSerializable(typeof(ApplicationSecrets))]
[JsonSerializable(typeof(SecondStepSecrets))]
[JsonSerializable(typeof(HalfWayTicket))]
[JsonSerializable(typeof(LastTryTicket))]
[JsonSerializable(typeof(PasskeyState))]
internal sealed partial class SecurityJson : JsonSerializerContext;
