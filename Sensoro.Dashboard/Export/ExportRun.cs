using Microsoft.Extensions.Options;
using Sensoro.Dashboard.Storage;

namespace Sensoro.Dashboard.Export;

/// <summary>Writes one export to its file: under another name until it is whole, and never into the last of the disk.</summary>
internal sealed class ExportRun(Exporter exporter, ExportFolder folder, FreeSpace space, IOptions<ExportOptions> options)
{
    private const int UnixDiskFull = 28;
    private const int WindowsDiskFull = unchecked((int)0x80070070);
    private const long SpaceCheckBytes = 4L << 20;

    /// <param name="record">Which export.</param>
    /// <param name="allowed">Bytes that it may take beside the files that are kept already.</param>
    /// <param name="progress">Told rows and bytes after every page.</param>
    /// <param name="cancellationToken">Stops the writing and removes the part.</param>
    /// <returns>Rows and bytes.</returns>
    /// <exception cref="ExportFailedException">The space ran out; nothing is left behind.</exception>
    public async Task<(long Rows, long Bytes)> WriteAsync(ExportRecord record, long allowed, Action<long, long> progress, CancellationToken cancellationToken)
    {
        var part = folder.PartOf(record);
        try
        {
            var written = await WritePartAsync(part, record.Request, allowed, progress, cancellationToken);
            File.Move(part, folder.FileOf(record), overwrite: true);
            return written;
        }
        catch (Exception error)
        {
            folder.Delete(part);
            if (error is IOException { HResult: UnixDiskFull or WindowsDiskFull })
            {
                throw new ExportFailedException(ExportFault.DiskFull);
            }

            throw;
        }
    }

    private async Task<(long Rows, long Bytes)> WritePartAsync(
        string part, ExportRequest request, long allowed, Action<long, long> progress, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(part, new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Options = FileOptions.Asynchronous });
        long looked = 0;
        CheckSpace();
        var rows = await exporter.WriteAsync(request, file, PageWritten, cancellationToken);
        await file.FlushAsync(cancellationToken);
        file.Flush(flushToDisk: true);
        return (rows, file.Length);

        void PageWritten(long rowsSoFar)
        {
            if (file.Position - looked >= SpaceCheckBytes)
            {
                looked = file.Position;
                CheckSpace();
            }

            progress(rowsSoFar, file.Position);
        }

        void CheckSpace()
        {
            if (space.Of(folder.Path) < options.Value.ReservedBytes)
            {
                throw new ExportFailedException(ExportFault.DiskFull);
            }

            if (file.Position > allowed)
            {
                throw new ExportFailedException(ExportFault.FolderFull);
            }
        }
    }
}
