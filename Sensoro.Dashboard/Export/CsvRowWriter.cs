using System.Globalization;
using CsvHelper;

namespace Sensoro.Dashboard.Export;

/// <summary>Rows for spreadsheets: text that could be a formula is guarded, numbers stay numbers in the shortest form that reads back the same.</summary>
internal sealed class CsvRowWriter : RowWriter
{
    private const int LongestNumber = 32;
    private readonly CsvWriter _csv;

    public CsvRowWriter(Stream target, ExportRequest request, IReadOnlyList<ExportColumn> columns, Action<long>? pageWritten)
        : base(request.Zone, pageWritten)
    {
        _csv = CsvWriter.Create(
            target, CsvWriterOptions.Default with { WriteByteOrderMark = request.ByteOrderMark }, leaveOpen: true);
        foreach (var column in columns)
        {
            Plain(column.Name);
        }

        _csv.EndRecord();
        if (request.UnitRow)
        {
            foreach (var column in columns)
            {
                Text(column.Unit);
            }

            _csv.EndRecord();
        }
    }

    public override void Text(string? text) => _csv.WriteField(text is null ? null : FormulaGuard.Guard(text));

    public override void Number(double? value)
    {
        Span<char> text = stackalloc char[LongestNumber];
        if (value is { } number && number.TryFormat(text, out var length, "R", CultureInfo.InvariantCulture))
        {
            Plain(text[..length]);
        }
        else
        {
            Missing();
        }
    }

    public override void Whole(long? value)
    {
        Span<char> text = stackalloc char[LongestNumber];
        if (value is { } number && number.TryFormat(text, out var length, default, CultureInfo.InvariantCulture))
        {
            Plain(text[..length]);
        }
        else
        {
            Missing();
        }
    }

    public override void Flag(bool? value) => Plain(value switch { true => "true", false => "false", null => "" });

    public override void Json(string? json) => Text(json);

    public override ValueTask DisposeAsync() => _csv.DisposeAsync();

    protected override void Plain(ReadOnlySpan<char> text) => _csv.WriteField(text);

    protected override void Missing() => Plain("");

    protected override async ValueTask WriteRowAsync(CancellationToken cancellationToken) => await _csv.EndRecordAsync(cancellationToken);

    protected override async ValueTask FlushAsync(CancellationToken cancellationToken) => await _csv.FlushAsync(cancellationToken);
}
