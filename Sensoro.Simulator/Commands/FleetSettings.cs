using System.CommandLine;
using Sensoro.Domain.Protocol;

namespace Sensoro.Simulator.Commands;

/// <summary>The command line of a fleet: its options, and how they become <see cref="FleetOptions"/>.</summary>
internal sealed class FleetSettings
{
    private const double MostReportsPerDevice = 100;
    private const int MostDevices = 1_000_000;
    private const double MostSeconds = 31_536_000;
    private const double MostHours = 8_760;

    private readonly Setting _url = new("--url", "The address pushes are posted to.", "an absolute http or https address");
    private readonly Setting _signUrl = new("--sign-url", "The text that is signed when the receiver is registered under another address (default: --url).", "any text");
    private readonly Setting _appId = new("--app-id", "AppID of the push service.", "printable ASCII without spaces");
    private readonly Setting _appKey = new("--app-key", "AppKey of the push service.", "the 43 base64 characters of an AppKey") { IsSecret = true };
    private readonly Setting _appSecret = new("--app-secret", "AppSecret of the push service.", "any text") { IsSecret = true };
    private readonly Setting _devices = new("--devices", "Number of devices (default 200).", $"a whole number from 1 to {MostDevices}");
    private readonly Setting _rate = new("--rate", "Reports per second of the whole fleet (default 5).", $"a number above 0 and at most {MostReportsPerDevice} per device");
    private readonly Setting _mode = new("--mode", "How the content travels: plain, safe or mixed (default).", "plain, safe or mixed");
    private readonly Setting _duration = new("--duration", "Seconds until the fleet stops (default: until Ctrl+C).", $"seconds from 0.1 to {MostSeconds}");
    private readonly Setting _duplicates = Percent("--duplicates", "Pushes delivered again although they were acknowledged, percent.");
    private readonly Setting _late = Percent("--late", "Pushes that arrive long after they were made, percent.");
    private readonly Setting _outOfOrder = Percent("--out-of-order", "Pushes overtaken by the next one of their device, percent.");
    private readonly Setting _oldNonce = Percent("--old-nonce", "Additional deliveries with an old nonce, percent.");
    private readonly Setting _broken = Percent("--broken", "Additional pushes that must be refused, percent.");
    private readonly Setting _tasks = Percent("--tasks", "Additional task events, percent (default 1).");
    private readonly Setting _retryDelay = new("--retry-delay", "Seconds before a push is repeated (default 1).", "seconds from 0 to 3600");
    private readonly Setting _connections = new("--connections", "Deliveries at the same time (default 32).", "a whole number from 1 to 4096");
    private readonly Setting _history = new("--history", "Hours of past to send first (default 0).", $"hours from 0 to {MostHours}");
    private readonly Setting _seed = new("--seed", "The same seed gives the same fleet (default 1).", "a whole number from 0 to 2147483647");

    /// <summary>All options, in the order of the help.</summary>
    public IEnumerable<Setting> All =>
    [
        _url, _signUrl, _appId, _appKey, _appSecret, _devices, _rate, _mode, _duration, _duplicates, _late, _outOfOrder, _oldNonce,
        _broken, _tasks, _retryDelay, _connections, _history, _seed,
    ];

    /// <summary>Reads what the user asks for.</summary>
    /// <returns>The options, or the one line that says what is wrong.</returns>
    public (FleetOptions? Options, string? Fault) Read(ParseResult arguments)
    {
        var read = new SettingReader(arguments);
        var url = read.Required(_url, static text => TryReadUrl(text, out _));
        var options = new FleetOptions
        {
            Url = TryReadUrl(url, out var address) ? address : new Uri("http://localhost"),
            SignUrl = read.Optional(_signUrl, url),
            AppId = read.Required(_appId, static text => text.Length > 0 && text.All(static letter => letter is > ' ' and <= '~')),
            AppKey = read.Required(_appKey, static text => PushCipher.TryCreate(text, "any", out _)),
            AppSecret = read.Required(_appSecret, static text => text.Length > 0),
            Devices = read.Whole(_devices, 1, MostDevices, 200),
            RatePerSecond = read.Number(_rate, double.Epsilon, MostReportsPerDevice * MostDevices, 5),
            Mode = ReadMode(read),
            Duration = read.Seconds(_duration, 0.1, MostSeconds),
            DuplicatesPercent = read.Number(_duplicates, 0, 100, 0),
            LatePercent = read.Number(_late, 0, 100, 0),
            OutOfOrderPercent = read.Number(_outOfOrder, 0, 100, 0),
            OldNoncePercent = read.Number(_oldNonce, 0, 100, 0),
            BrokenPercent = read.Number(_broken, 0, 100, 0),
            TasksPercent = read.Number(_tasks, 0, 100, 1),
            RetryDelay = read.Seconds(_retryDelay, 0, 3_600) ?? TimeSpan.FromSeconds(1),
            Connections = read.Whole(_connections, 1, 4_096, 32),
            History = TimeSpan.FromHours(read.Number(_history, 0, MostHours, 0)),
            Seed = read.Whole(_seed, 0, int.MaxValue, 1),
        };

        if (options.RatePerSecond > options.Devices * MostReportsPerDevice)
        {
            read.Refuse(_rate, $"{options.RatePerSecond} a second is too much for {options.Devices} devices");
        }

        return read.Fault is null ? (options, null) : (null, read.Fault);
    }

    private static Setting Percent(string name, string description) => new(name, description, "a number from 0 to 100") { HelpName = "PCT" };

    private static bool TryReadUrl(string text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Uri? url) =>
        Uri.TryCreate(text, UriKind.Absolute, out url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps);

    private PushMode ReadMode(SettingReader read) => read.Optional(_mode, "mixed") switch
    {
        "plain" => PushMode.Plain,
        "safe" => PushMode.Safe,
        "mixed" => PushMode.Mixed,
        var other => RefuseMode(read, other),
    };

    private PushMode RefuseMode(SettingReader read, string other)
    {
        read.Refuse(_mode, $"'{other}' is not accepted");
        return PushMode.Mixed;
    }
}
