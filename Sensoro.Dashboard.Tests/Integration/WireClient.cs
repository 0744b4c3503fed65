using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Sensoro.Dashboard.Tests.Integration;

/// <summary>
/// Sends requests byte for byte: HttpClient would join repeated headers, refuse odd ones and add its own.
/// </summary>
public static class WireClient
{
    public static async Task<WireResponse> SendAsync(
        Uri address, string method, string target, IEnumerable<(string Name, string Value)> headers, byte[] body, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(headers);
        ArgumentNullException.ThrowIfNull(body);
        var head = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{method} {target} HTTP/1.1\r\nConnection: close\r\nContent-Length: {body.Length}\r\n");
        foreach (var (name, value) in headers)
        {
            head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        }

        return await SendAsync(address, [.. Encoding.Latin1.GetBytes(head.Append("\r\n").ToString()), .. body], cancellationToken);
    }

    /// <summary>Writes the bytes of a request and reads the answer to its end.</summary>
    public static async Task<WireResponse> SendAsync(Uri address, byte[] request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(address);
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, address.Port, cancellationToken);
        var stream = client.GetStream();
        await stream.WriteAsync(request, cancellationToken);
        using var answer = new MemoryStream();
        var buffer = new byte[4096];
        int read;
        do
        {
            read = await stream.ReadAsync(buffer, cancellationToken);
            answer.Write(buffer, 0, read);
        }
        while (read > 0 && !IsComplete(answer));

        return Read(Encoding.Latin1.GetString(answer.ToArray()));
    }

    /// <summary>Not until the connection closes: a server that still expects a body closes it late and hard.</summary>
    private static bool IsComplete(MemoryStream answer)
    {
        var text = Encoding.Latin1.GetString(answer.ToArray());
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        return end >= 0 && (IsChunked(text[..end])
            ? text.EndsWith("0\r\n\r\n", StringComparison.Ordinal)
            : ContentLength(text[..end]) is { } length && text.Length >= end + 4 + length);
    }

    private static bool IsChunked(string head) => head.Contains("Transfer-Encoding: chunked", StringComparison.OrdinalIgnoreCase);

    private static int? ContentLength(string head)
    {
        const string Name = "Content-Length: ";
        var line = head.Split("\r\n").FirstOrDefault(line => line.StartsWith(Name, StringComparison.OrdinalIgnoreCase));
        return line is null ? null : int.Parse(line.AsSpan(Name.Length), CultureInfo.InvariantCulture);
    }

    private static WireResponse Read(string answer)
    {
        var end = answer.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0)
        {
            throw new HttpRequestException("The connection was closed without an answer.");
        }

        var head = answer[..end];
        var status = (HttpStatusCode)int.Parse(head.AsSpan(9, 3), CultureInfo.InvariantCulture);
        var body = answer[(end + 4)..];
        return new WireResponse(status, head, Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(IsChunked(head) ? Unchunk(body) : body)));
    }

    // Sizes count bytes: each is one character here, whatever it is part of.
    private static string Unchunk(string body)
    {
        var text = new StringBuilder();
        for (var at = 0; ;)
        {
            var line = body.IndexOf("\r\n", at, StringComparison.Ordinal);
            var size = int.Parse(body.AsSpan(at, line - at), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            if (size == 0)
            {
                return text.ToString();
            }

            text.Append(body, line + 2, size);
            at = line + 2 + size + 2;
        }
    }
}
