namespace Sensoro.Dashboard.Export;

/// <summary>Writes the rows of a request to a stream.</summary>
internal sealed class Exporter(ReadingsSource readings, BucketsSource buckets, MessagesSource messages, TasksSource tasks)
{
    /// <param name="request">What to write; its span and zone have been checked.</param>
    /// <param name="target">Stays open.</param>
    /// <param name="pageWritten">Told the rows so far whenever a page has reached the target; may end the export by throwing.</param>
    /// <param name="cancellationToken">Takes effect between two short reads.</param>
    /// <returns>The number of rows.</returns>
    public async Task<long> WriteAsync(ExportRequest request, Stream target, Action<long>? pageWritten, CancellationToken cancellationToken)
    {
        var source = SourceOf(request);
        await using var rows = WriterOf(request, target, source.Columns(request), pageWritten);
        await source.WriteAsync(request, rows, cancellationToken);
        await rows.EndPageAsync(cancellationToken);
        return rows.Rows;
    }

    private RowSource SourceOf(ExportRequest request) => request.Content switch
    {
        ExportContent.Readings when request.Grain == ExportGrain.Raw => readings,
        ExportContent.Readings => buckets,
        ExportContent.Messages => messages,
        ExportContent.Tasks => tasks,
    };

    private static RowWriter WriterOf(ExportRequest request, Stream target, IReadOnlyList<ExportColumn> columns, Action<long>? pageWritten) => request.Format switch
    {
        ExportFormat.Csv => new CsvRowWriter(target, request, columns, pageWritten),
        ExportFormat.JsonLines => new JsonLinesRowWriter(target, request, columns, pageWritten),
    };
}
