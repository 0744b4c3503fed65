using Sensoro.Domain.Protocol;
using Sensoro.Simulator.Fleet;
using Sensoro.Simulator.Physics;

namespace Sensoro.Simulator.Pushes;

/// <summary>Prints pushes one after the other, gives each its growing message number and chooses plain or safe mode. One thread.</summary>
internal sealed class PushPress
{
    /// <summary>Message numbers per millisecond that the program can hand out before a later run could meet one of them again.</summary>
    private const long NumbersPerMillisecond = 100;

    private readonly PushMode _mode;
    private readonly SeededRandom _random;
    private readonly PushComposer _composer;
    private readonly PushBreaker _breaker;
    private long _msgId;
    private long _taskId;

    /// <param name="options">The application and the mode.</param>
    /// <param name="random">Decides the mode of each push when modes are mixed.</param>
    /// <param name="start">
    /// The first message number comes from the clock: a second run against the same receiver sends new messages, not old ones again.
    /// </param>
    /// <exception cref="ArgumentException">The AppKey is not one.</exception>
    public PushPress(FleetOptions options, SeededRandom random, DateTimeOffset start)
    {
        if (!PushCipher.TryCreate(options.AppKey, options.AppId, out var cipher))
        {
            throw new ArgumentException("AppKey must be 43 characters of base64, and AppId must not be empty.", nameof(options));
        }

        _mode = options.Mode;
        _random = random;
        _composer = new PushComposer(options.AppId, cipher);
        _breaker = new PushBreaker(_composer, options.AppId, options.AppKey, random.Branch(1));
        _msgId = start.ToUnixTimeMilliseconds() * NumbersPerMillisecond;
        _taskId = start.ToUnixTimeMilliseconds();
    }

    /// <summary>A copy of a good push that will be signed with an old nonce.</summary>
    public static OutgoingPush Stale(OutgoingPush push) => new(push.Body, PushFault.StaleNonce);

    public OutgoingPush Sensor(DeviceReport report) => new(_composer.Sensor(report, ++_msgId, IsSafe()), PushFault.None);

    public OutgoingPush Task(SeededRandom random, DateTimeOffset at) =>
        new(_composer.Task(TaskOutcome.Draw(random, ++_taskId, at), ++_msgId, IsSafe()), PushFault.None);

    public OutgoingPush Broken(DeviceReport report) => _breaker.Break(report, ++_msgId);

    private bool IsSafe() => _mode switch
    {
        PushMode.Plain => false,
        PushMode.Safe => true,
        _ => _random.Chance(0.5),
    };
}
