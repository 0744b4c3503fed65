using Sensoro.Domain.Ledger;
using ZstdSharp;

namespace Sensoro.Dashboard.Storage.Bodies;

/// <summary>
/// Learns from the newest messages what pushes have in common. The first dictionary comes as soon as there is enough to learn
/// from; later, now and then, another one, which is kept only when it is clearly better: every version stays in the log for good.
/// </summary>
internal sealed class DictionaryTrainer(MessageLog log, TimeProvider time, ILogger<DictionaryTrainer> logger) : BackgroundService
{
    /// <summary>Messages needed to learn anything.</summary>
    internal const int Enough = 2_000;

    private const int Sample = 8_000;
    private const int Between = 100_000;
    private const int DictionaryBytes = 4_096;
    private const int JudgedOf = 4;
    private const double ClearlySmaller = 0.9;
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(10);

    /// <summary>Learns from what the log holds now and returns whether a new dictionary is used from the next batch on.</summary>
    /// <exception cref="StorageException">The log cannot be read or written.</exception>
    internal bool Train()
    {
        var messages = log.ReadAfter(long.Max(0, log.LastId - Sample), Sample);
        if (messages.Count < Enough)
        {
            return false;
        }

        var templates = Templates(messages);
        // What it is judged by must not be what it has learnt from.
        var judged = templates.Where(static (_, index) => index % JudgedOf == 0).ToList();
        var candidate = DictBuilder.TrainFromBuffer(templates.Where(static (_, index) => index % JudgedOf != 0), DictionaryBytes);
        var (size, present) = (Size(judged, candidate), Size(judged, log.Dictionary.IsEmpty ? null : log.Dictionary.ToArray()));
        if (size > present * ClearlySmaller)
        {
            return false;
        }

        log.KeepDictionary(candidate);
        Log.DictionaryTrained(logger, size, judged.Count, judged.Sum(static template => (long)template.Length));
        return true;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            var next = log.Dictionary.IsEmpty ? Enough : log.LastId + Between;
            while (true)
            {
                await log.WaitForMoreAsync(next - 1, stoppingToken);
                TryTrain();
                next = log.LastId + (log.Dictionary.IsEmpty ? Enough : Between);
                await Task.Delay(Rest, time, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program stops.
        }
    }

    private void TryTrain()
    {
        try
        {
            Train();
        }
        catch (Exception error)
        {
            Log.TrainingFailed(logger, error);
        }
    }

    private static List<byte[]> Templates(IReadOnlyList<LoggedMessage> messages)
    {
        var templates = new List<byte[]>(messages.Count);
        foreach (var message in messages)
        {
            var facts = BodyFacts.Of(message.Entry);
            Add(templates, message.Body.Span, facts);
            Add(templates, message.Sealed.Span, facts);
        }

        return templates;
    }

    private static void Add(List<byte[]> templates, ReadOnlySpan<byte> body, in BodyFacts facts)
    {
        var template = new byte[body.Length];
        if (body.Length > 0 && BodyTemplate.TryShorten(body, new FactTexts(facts, stackalloc byte[FactTexts.BufferSize]), template, out var length))
        {
            templates.Add(template[..length]);
        }
    }

    private static long Size(List<byte[]> templates, byte[]? dictionary)
    {
        using var compressor = new BodyCompressor(dictionary);
        var buffer = new byte[BodyCompressor.Bound(templates.Max(static template => template.Length))];
        return templates.Sum(template => (long)compressor.Compress(template, buffer).Length);
    }
}
