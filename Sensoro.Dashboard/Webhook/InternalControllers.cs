using System.Reflection;
using Microsoft.AspNetCore.Mvc.Controllers;

namespace Sensoro.Dashboard.Webhook;

/// <summary>Lets a controller be internal like the rest of its folder; by default only public ones are found.</summary>
internal sealed class InternalControllers : ControllerFeatureProvider
{
    protected override bool IsController(TypeInfo typeInfo) => typeInfo.AsType() == typeof(WebhookController);
}
