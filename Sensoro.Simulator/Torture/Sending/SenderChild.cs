using System.Globalization;
using System.Text.Json;

namespace Sensoro.Simulator.Torture.Sending;

/// <summary>The sender as a process of its own: it reads its plan, sends, says ten times a second what it has met, and changes its rate or stops at a word.</summary>
internal static class SenderChild
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(100);

    public static async Task RunAsync(TextReader input, TextWriter output, TimeProvider time, CancellationToken cancellationToken)
    {
        var plan = JsonSerializer.Deserialize(await input.ReadLineAsync(cancellationToken) ?? "", TortureJson.Default.SendPlan)
            ?? throw new InvalidDataException("The sender was given no plan.");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await using var history = new HistoryWriter(plan.History);
        using var sender = new TortureSender(plan, history, time);
        var sending = sender.RunAsync(stop.Token);
        var told = Task.Run(() => Obey(input, sender), cancellationToken);
        using var timer = new PeriodicTimer(Beat, time);
        while (!told.IsCompleted && !sending.IsCompleted && await timer.WaitForNextTickAsync(cancellationToken))
        {
            await TellAsync(output, sender.Tally.Counts);
        }

        await stop.CancelAsync();
        await sending;
        await TellAsync(output, sender.Tally.Counts);
    }

    /// <summary>A number is a new rate; anything else, or the end of the parent, is the word to stop.</summary>
    private static void Obey(TextReader input, TortureSender sender)
    {
        while (double.TryParse(input.ReadLine(), NumberStyles.Float, CultureInfo.InvariantCulture, out var rate))
        {
            sender.ChangeRate(rate);
        }
    }

    private static async Task TellAsync(TextWriter output, SendCounts counts)
    {
        await output.WriteLineAsync(JsonSerializer.Serialize(counts, TortureJson.Default.SendCounts));
        await output.FlushAsync(CancellationToken.None);
    }
}
