namespace Sensoro.Dashboard.Components.Devices;

/// <summary>How a reader had the list laid out last, as the browser remembers it. It goes with a request and with the circuit that the request opens.</summary>
internal static class LookCookies
{
    public const string Columns = "device-columns";
    public const string Density = "device-density";

    private static readonly AsyncLocal<DeviceListLook?> Now = new();

    public static DeviceListLook Look => Now.Value ?? DeviceListLook.Open;

    /// <summary>Takes up what the browser of whoever asks remembers.</summary>
    public static async Task FollowAsync(HttpContext context, RequestDelegate next)
    {
        Now.Value = DeviceLookText.Read(context.Request.Cookies[Columns], context.Request.Cookies[Density]);
        await next(context);
    }
}
