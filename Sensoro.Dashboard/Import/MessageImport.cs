using Sensoro.Dashboard.Storage;
using Sensoro.Domain.Ledger;

namespace Sensoro.Dashboard.Import;

/// <summary>
/// Puts exported messages into the log, by the rules of the door: what is there already stays as it is, so that a file can be
/// imported again, whole or in parts. Times of receipt are kept. A line that cannot be used never stops the rest.
/// </summary>
internal sealed class MessageImport(MessageLog log)
{
    private const int MaxBatch = 2_048;
    private const long MaxBatchBytes = 8L << 20;

    /// <param name="stream">JSON Lines as the export writes them.</param>
    /// <param name="progress">Told after every batch.</param>
    /// <param name="cancellationToken">Stops between two batches.</param>
    /// <exception cref="StorageException">The log cannot be written; what was reported before is in it.</exception>
    public async Task<ImportReport> RunAsync(Stream stream, Action<ImportReport>? progress, CancellationToken cancellationToken)
    {
        var report = new ImportReport();
        var batch = new List<NewMessage>(MaxBatch);
        long number = 0, bytes = 0;
        await foreach (var line in new LineReader(stream).ReadAsync(cancellationToken))
        {
            number++;
            if (Read(line, number, report) is { } message)
            {
                batch.Add(message);
                bytes += line?.Length ?? 0;
            }

            if (batch.Count == MaxBatch || bytes >= MaxBatchBytes)
            {
                Append(batch, report);
                bytes = 0;
                progress?.Invoke(report);
            }
        }

        Append(batch, report);
        return report;
    }

    private static NewMessage? Read(byte[]? line, long number, ImportReport report)
    {
        if (line is null)
        {
            report.Refuse(number, "the line is far too long");
            return null;
        }

        if (ImportedLine.Trim(line).IsEmpty)
        {
            return null;
        }

        var message = ImportedLine.Read(line, out var reason);
        if (message is null)
        {
            report.Refuse(number, reason);
        }

        return message;
    }

    private void Append(List<NewMessage> batch, ImportReport report)
    {
        if (batch.Count > 0)
        {
            report.Count(log.Append(batch));
            batch.Clear();
        }
    }
}
