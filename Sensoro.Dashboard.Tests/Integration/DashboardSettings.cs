using Microsoft.Extensions.DependencyInjection;

namespace Sensoro.Dashboard.Tests.Integration;

/// <summary>What a dashboard under test has configured.</summary>
public sealed record DashboardSettings
{
    public const string ApiToken = "read-token-0123456789";

    /// <summary>The administrator that every dashboard under test has.</summary>
    public const string Administrator = "lin.wei";

    /// <summary>Everybody's.</summary>
    public const string Password = "grey heron over the canal";

    public IReadOnlyList<PushService> PushServices { get; init; } = [PushService.North, PushService.South];

    /// <summary>The URL registered at SENSORO; on purpose not the address the dashboard listens on.</summary>
    public string WebhookUrl { get; init; } = "https://dashboard.example.com/webhook";

    /// <summary>Further configuration, by key.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Replaces the system's clock.</summary>
    public TimeProvider? Clock { get; init; }

    /// <summary>Replaces parts of the program.</summary>
    public Action<IServiceCollection>? Services { get; init; }

    /// <summary>The port to listen on; 0 for any free one.</summary>
    public int Port { get; init; }

    /// <summary>Keeps the files of an earlier run; null for a folder of its own that is deleted afterwards.</summary>
    public string? DataDirectory { get; init; }

    /// <summary>False for a program that nobody has set up.</summary>
    public bool IsSetUp { get; init; } = true;

    /// <summary>All of it as configuration keys.</summary>
    public IEnumerable<KeyValuePair<string, string>> ToConfiguration(string dataDirectory)
    {
        yield return new("Storage:DataDirectory", dataDirectory);
        yield return new("Sensoro:WebhookUrls:0", WebhookUrl);
        if (IsSetUp)
        {
            yield return new("SetUp:UserName", Administrator);
            yield return new("SetUp:Password", Password);
        }

        yield return new("Api:Tokens:0:Name", "tests");
        yield return new("Api:Tokens:0:Token", ApiToken);

        // Tests ask for the state again and again until it is there, and sign in oftener than people do.
        yield return new("Limits:ApiPerMinute", "0");
        yield return new("Limits:SignInsPerMinute", "0");
        foreach (var (index, service) in PushServices.Index())
        {
            yield return new($"Sensoro:Applications:{index}:Name", service.AppId);
            yield return new($"Sensoro:Applications:{index}:AppId", service.AppId);
            yield return new($"Sensoro:Applications:{index}:AppKey", service.AppKey);
            yield return new($"Sensoro:Applications:{index}:AppSecret", service.AppSecret);
        }

        foreach (var value in Values)
        {
            yield return value;
        }
    }
}
