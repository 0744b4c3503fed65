using System.Text;
using System.Text.Json;

namespace Sensoro.Domain.Protocol;

/// <summary>
/// Finds the result of a task. No source says where SENSORO puts it in safe mode, so it is looked for inside the secret part, one
/// level down in it, on the envelope, and in a plain <c>data</c>, in that order and for each of the two members.
/// </summary>
internal static class TaskResultReader
{
    public static TaskEvent Read(PushEnvelope envelope, string taskId, ReadOnlySpan<byte> content)
    {
        var code = envelope.ResultCode.Span;
        var details = envelope.ResultData.Span;
        Fill(envelope.Content.Span, ref code, ref details);
        if (envelope.IsEncrypted)
        {
            TakeSecret(content, ref code, ref details);
        }

        var codeText = ReadCode(code, out var success);
        return new TaskEvent(envelope, taskId, codeText, success, details.IsEmpty ? null : Encoding.UTF8.GetString(details));
    }

    private static void TakeSecret(ReadOnlySpan<byte> content, ref ReadOnlySpan<byte> code, ref ReadOnlySpan<byte> details)
    {
        ReadOnlySpan<byte> secretCode = [];
        ReadOnlySpan<byte> secretDetails = [];
        Fill(content, ref secretCode, ref secretDetails);
        Fill(Member(content, "data"u8), ref secretCode, ref secretDetails);
        code = secretCode.IsEmpty ? code : secretCode;
        details = secretDetails.IsEmpty ? details : secretDetails;
    }

    /// <summary>Takes from <paramref name="json"/> what has not been found yet.</summary>
    private static void Fill(ReadOnlySpan<byte> json, ref ReadOnlySpan<byte> code, ref ReadOnlySpan<byte> details)
    {
        code = code.IsEmpty ? Member(json, "resultCode"u8) : code;
        details = details.IsEmpty ? Member(json, "resultData"u8) : details;
    }

    /// <summary>The raw JSON of a member; empty when absent, null, or when <paramref name="json"/> is no object.</summary>
    private static ReadOnlySpan<byte> Member(ReadOnlySpan<byte> json, ReadOnlySpan<byte> name)
    {
        ReadOnlySpan<byte> value = [];
        if (json.IsEmpty)
        {
            return value;
        }

        var reader = new Utf8JsonReader(json);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return value;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isWanted = reader.ValueTextEquals(name);
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            var isNull = reader.TokenType == JsonTokenType.Null;
            reader.Skip();
            if (isWanted)
            {
                value = isNull ? [] : json[start..(int)reader.BytesConsumed];
            }
        }

        return value;
    }

    private static string? ReadCode(ReadOnlySpan<byte> json, out bool? success)
    {
        success = null;
        if (json.IsEmpty)
        {
            return null;
        }

        var reader = new Utf8JsonReader(json);
        reader.Read();
        var text = JsonScalar.Text(in reader) ?? Encoding.UTF8.GetString(json);
        success = reader.TokenType switch
        {
            JsonTokenType.Number => JsonNumber.TryRead(in reader, out var number) && number == 0,
            JsonTokenType.String => JsonNumber.IsInteger(text) && !text.AsSpan().ContainsAnyExcept("-0"),
            _ => false,
        };
        return text;
    }
}
