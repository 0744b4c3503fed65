namespace Sensoro.Simulator.Bench.Load;

/// <summary>Finds the end of an answer in what has been received so far. It knows the two ways Kestrel ends a body.</summary>
internal static class HttpAnswer
{
    private const int StatusAt = 9;

    /// <summary>Whether the answer is whole; if so, its status, and whether the server closes the connection behind it.</summary>
    public static bool TryRead(ReadOnlySpan<byte> received, out int status, out bool closes)
    {
        (status, closes) = (0, false);
        var end = received.IndexOf("\r\n\r\n"u8);
        if (end < StatusAt + 3)
        {
            return false;
        }

        var head = received[..(end + 2)];
        var body = received[(end + 4)..];
        status = ((head[StatusAt] - '0') * 100) + ((head[StatusAt + 1] - '0') * 10) + head[StatusAt + 2] - '0';
        closes = Contains(head, "Connection: close\r\n"u8);
        return Contains(head, "Transfer-Encoding: chunked\r\n"u8) ? body.EndsWith("0\r\n\r\n"u8) : body.Length >= LengthOf(head);
    }

    private static int LengthOf(ReadOnlySpan<byte> head)
    {
        var name = "Content-Length: "u8;
        var at = head.IndexOf(name);
        return at >= 0 && System.Buffers.Text.Utf8Parser.TryParse(head[(at + name.Length)..], out int length, out _) ? length : 0;
    }

    private static bool Contains(ReadOnlySpan<byte> head, ReadOnlySpan<byte> line) => head.IndexOf(line) >= 0;
}
