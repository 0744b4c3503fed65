using System.Text;

namespace Sensoro.Dashboard.Import;

/// <summary>Text of a file whose encoding nobody has told: spreadsheets in China save their own, GB 18030, unless asked for UTF-8.</summary>
internal static class FileText
{
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly Encoding Chinese = CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
        ?? throw new NotSupportedException("GB 18030 is part of the framework.");

    /// <summary>The text without its byte order mark; null when it is no text.</summary>
    public static string? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Encoding.Unicode.Preamble) || bytes.StartsWith(Encoding.BigEndianUnicode.Preamble))
        {
            return Decode(bytes[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode, bytes[2..]);
        }

        return Decode(Utf8, bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[3..] : bytes) ?? Decode(Chinese, bytes);
    }

    private static string? Decode(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            var text = encoding.GetString(bytes);
            return text.Contains('\0', StringComparison.Ordinal) ? null : text;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
