namespace Sensoro.Dashboard.Export;

/// <summary>Where the rows of one kind of export come from.</summary>
internal abstract class RowSource
{
    public abstract IReadOnlyList<ExportColumn> Columns(ExportRequest request);

    /// <summary>Writes all rows, in short reads between which a cancellation takes effect.</summary>
    public abstract Task WriteAsync(ExportRequest request, RowWriter rows, CancellationToken cancellationToken);
}
