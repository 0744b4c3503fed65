using Sensoro.Simulator.Delivery;
using Sensoro.Simulator.Fleet;
using Sensoro.Simulator.Physics;
using Sensoro.Simulator.Pushes;

namespace Sensoro.Simulator;

/// <summary>
/// A fleet that lives and sends: its pushes as they fall due and, beside them, its past, if one is wanted. The present does not wait for
/// the past, so that whoever opens the dashboard finds devices that live. A receiver that refuses, hangs or is away shows in the
/// <see cref="Report"/> and never as an exception.
/// </summary>
public sealed class FleetRunner
{
    /// <summary>Pushes of the past that are sent at once; the next ones wait for their answers, so that the oldest arrive first.</summary>
    private const int PastBatch = 64;

    private static readonly TimeSpan ShortestRest = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan LongestRest = TimeSpan.FromHours(1);

    private readonly FleetOptions _options;
    private readonly HttpMessageInvoker _client;
    private readonly TimeProvider _time;
    private FleetTimeline? _timeline;
    private PushStream? _stream;
    private long _past;

    /// <param name="options">Who sends what.</param>
    /// <param name="client">Posts the pushes; see <see cref="PushClient"/>. The caller disposes it after the run.</param>
    /// <param name="time">The clock of the whole fleet.</param>
    public FleetRunner(FleetOptions options, HttpMessageInvoker client, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _client = client;
        _time = time;
    }

    /// <summary>What became of the pushes, during the run and after it.</summary>
    public DeliveryReport Report { get; } = new();

    internal PushTally Tally => (_stream?.Tally ?? default) with { Past = _past, Skipped = _timeline?.Skipped ?? 0 };

    /// <summary>
    /// Runs once, until the duration is over and every push has met its end, or until cancelled, which ends it without an exception.
    /// </summary>
    /// <exception cref="ArgumentException">The AppKey is not one.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var chance = new SeededRandom((ulong)_options.Seed);
        var fleet = FleetBuilder.Build(_options.Seed, _options.Devices, _options.RatePerSecond);
        var press = new PushPress(_options, chance.Branch(10), _time.GetUtcNow());
        using var sender = new PushSender(_options, _client, _time, Report);
        try
        {
            // The devices live through their past before they live on, whenever it is told.
            var past = Past(fleet, press, chance.Branch(11));
            await Task.WhenAll(
                LiveAsync(fleet, press, chance.Branch(12), sender, cancellationToken),
                SendPastAsync(past, sender, cancellationToken));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Asked to stop: the report says how far it came.
        }
    }

    /// <summary>The pushes of the past, oldest first, no device twice in a batch.</summary>
    private List<OutgoingPush[]> Past(IReadOnlyList<SimulatedDevice> fleet, PushPress press, SeededRandom chance)
    {
        var batches = new List<OutgoingPush[]>();
        if (_options.History > TimeSpan.Zero)
        {
            var history = new FleetHistory(fleet, chance, _time.GetUtcNow(), _options.History, _options.HistoryLimit);
            while (history.NextBatch(PastBatch) is { Count: > 0 } reports)
            {
                batches.Add([.. reports.Select(press.Sensor)]);
            }
        }

        return batches;
    }

    private async Task SendPastAsync(List<OutgoingPush[]> past, PushSender sender, CancellationToken cancellationToken)
    {
        foreach (var batch in past)
        {
            var rest = _options.HistoryPerSecond is { } rate ? Task.Delay(TimeSpan.FromSeconds(batch.Length / rate), _time, cancellationToken) : Task.CompletedTask;
            _past += batch.Length;
            var acknowledged = await Task.WhenAll(batch.Select(push => sender.DeliverAsync(push, cancellationToken)));
            if (!acknowledged.Contains(true))
            {
                // Nobody acknowledged one push of a whole batch: four deliveries of every push would take hours.
                break;
            }

            await rest;
        }
    }

    private async Task LiveAsync(
        IReadOnlyList<SimulatedDevice> fleet, PushPress press, SeededRandom chance, PushSender sender, CancellationToken cancellationToken)
    {
        var start = _time.GetUtcNow();
        var end = _options.Duration is { } duration ? start + duration : DateTimeOffset.MaxValue;
        _timeline = FleetLaunch.Launch(fleet, chance.Branch(1), start, hadPast: _options.History > TimeSpan.Zero);
        _stream = new PushStream(_timeline, press, _options, chance.Branch(2));

        using var dispatcher = new PushDispatcher(sender);
        try
        {
            for (var now = start; now < end; now = _time.GetUtcNow())
            {
                await SendAsync(_stream.TakeDue(now), dispatcher, cancellationToken);
                await RestAsync(_stream.NextAt, end, cancellationToken);
            }

            await SendAsync(_stream.TakeHeld(), dispatcher, cancellationToken);
        }
        finally
        {
            await dispatcher.DrainAsync();
        }
    }

    private static async Task SendAsync(IEnumerable<OutgoingPush> pushes, PushDispatcher dispatcher, CancellationToken cancellationToken)
    {
        foreach (var push in pushes)
        {
            await dispatcher.StartAsync(push, cancellationToken);
        }
    }

    private Task RestAsync(DateTimeOffset? next, DateTimeOffset end, CancellationToken cancellationToken)
    {
        var rest = (next is { } due && due < end ? due : end) - _time.GetUtcNow();
        rest = rest < ShortestRest ? ShortestRest : rest > LongestRest ? LongestRest : rest;
        return Task.Delay(rest, _time, cancellationToken);
    }
}
