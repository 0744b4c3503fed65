namespace Sensoro.Dashboard.Hubs;

/// <summary>A sign of life from the server every five seconds.</summary>
/// <param name="Now">The server's clock, Unix milliseconds.</param>
/// <param name="Cursor">The newest published message.</param>
/// <param name="LastPushAt">When the newest push was received, Unix milliseconds.</param>
public sealed record PulseView(long Now, long Cursor, long? LastPushAt);
