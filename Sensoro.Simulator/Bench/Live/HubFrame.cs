using System.Buffers.Text;
using System.Text.Json;

namespace Sensoro.Simulator.Bench.Live;

/// <summary>What a measurement needs of the hub's news, found without reading all of it.</summary>
internal static class HubFrame
{
    /// <summary>The cursor of devices that changed, or of one device.</summary>
    public static bool TryReadCursor(ReadOnlySpan<byte> message, out long cursor)
    {
        cursor = 0;
        var isNews = message.IndexOf("\"DevicesChanged\""u8) >= 0 || message.IndexOf("\"DeviceChanged\""u8) >= 0;
        var name = "\"cursor\":"u8;
        var at = message.IndexOf(name);
        return isNews && at >= 0 && Utf8Parser.TryParse(message[(at + name.Length)..], out cursor, out _);
    }

    /// <summary>The newest message of each device in the news.</summary>
    public static IReadOnlyList<long> MessageIds(ReadOnlyMemory<byte> message)
    {
        using var document = JsonDocument.Parse(message);
        var news = document.RootElement.GetProperty("arguments")[0];
        return news.TryGetProperty("devices", out var devices)
            ? [.. devices.EnumerateArray().Select(static device => device.GetProperty("messageId").GetInt64())]
            : [news.GetProperty("cursor").GetInt64()];
    }
}
