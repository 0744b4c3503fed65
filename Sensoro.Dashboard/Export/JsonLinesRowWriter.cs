using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Sensoro.Dashboard.Export;

/// <summary>One object a line, for programs and for the import.</summary>
internal sealed class JsonLinesRowWriter : RowWriter
{
    private const int PageBytes = 64 * 1024;
    private readonly ArrayBufferWriter<byte> _page = new(PageBytes);
    private readonly Stream _target;
    private readonly Utf8JsonWriter _json;
    private readonly JsonEncodedText[] _names;
    private int _column;

    public JsonLinesRowWriter(Stream target, ExportRequest request, IReadOnlyList<ExportColumn> columns, Action<long>? pageWritten)
        : base(request.Zone, pageWritten)
    {
        _target = target;
        _names = [.. columns.Select(static column => JsonEncodedText.Encode(column.Name))];
        _json = new Utf8JsonWriter(_page, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    public override void Text(string? text)
    {
        if (Next(text is null) is { } name)
        {
            _json.WriteString(name, text);
        }
    }

    public override void Number(double? value)
    {
        if (Next(value is null) is { } name)
        {
            _json.WriteNumber(name, value.GetValueOrDefault());
        }
    }

    public override void Whole(long? value)
    {
        if (Next(value is null) is { } name)
        {
            _json.WriteNumber(name, value.GetValueOrDefault());
        }
    }

    public override void Flag(bool? value)
    {
        if (Next(value is null) is { } name)
        {
            _json.WriteBoolean(name, value.GetValueOrDefault());
        }
    }

    public override void Json(string? json)
    {
        if (Next(json is null) is { } name)
        {
            _json.WritePropertyName(name);
            _json.WriteRawValue(json ?? "null");
        }
    }

    public override async ValueTask DisposeAsync()
    {
        _json.Reset();
        await _json.DisposeAsync();
    }

    protected override void Plain(ReadOnlySpan<char> text)
    {
        if (Next(isMissing: false) is { } name)
        {
            _json.WriteString(name, text);
        }
    }

    protected override void Missing() => Next(isMissing: true);

    protected override async ValueTask WriteRowAsync(CancellationToken cancellationToken)
    {
        _json.WriteEndObject();
        _json.Flush();
        _page.Write("\n"u8);
        if (_page.WrittenCount >= PageBytes)
        {
            await FlushAsync(cancellationToken);
        }

        _json.Reset();
        _column = 0;
    }

    protected override async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        // Between rows the JSON writer holds nothing: a row is begun with its first cell.
        await _target.WriteAsync(_page.WrittenMemory, cancellationToken);
        _page.ResetWrittenCount();
    }

    private JsonEncodedText? Next(bool isMissing)
    {
        if (_column == 0)
        {
            _json.WriteStartObject();
        }

        var name = _names[_column++];
        return isMissing ? null : name;
    }
}
