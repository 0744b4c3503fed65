using System.Text;
using Microsoft.Extensions.Options;
using Sensoro.Dashboard.Diagnostics;
using Sensoro.Dashboard.Tests.Integration;
using Sensoro.Dashboard.Webhook;

namespace Sensoro.Dashboard.Tests.Webhook;

/// <summary>The door's table of applications, changed while pushes come.</summary>
public sealed class ApplicationRegistryTests
{
    private const int Swaps = 2_000;

    [Fact]
    public async Task Adopt_WhilePushesLookUp_NeverHidesAnApplicationAndNeverMixesTwoTables()
    {
        var registry = Registry(Options(PushService.North));
        using var done = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 3).Select(_ => Task.Run(() => Read(registry, done.Token))).ToArray();

        for (var round = 0; round < Swaps; round++)
        {
            registry.Adopt([Options(PushService.South, $"secret-{round}", $"secret-{round}")]);
        }

        await done.CancelAsync();
        var looks = await Task.WhenAll(readers);
        Assert.All(looks, count => Assert.True(count > 0));
        Assert.Equal($"secret-{Swaps - 1}", Encoding.UTF8.GetString(registry.Find(PushService.South.AppId)?.Secrets[0] ?? []));
    }

    [Fact]
    public void Adopt_OfAConfiguredAppId_LeavesTheConfigurationWinning()
    {
        var registry = Registry(Options(PushService.North));

        registry.Adopt([Options(PushService.North, "another secret"), Options(PushService.South), Options(PushService.South, "twice")]);

        Assert.Equal(PushService.North.AppSecret, Encoding.UTF8.GetString(registry.Find(PushService.North.AppId)?.Secrets[0] ?? []));
        Assert.Equal(PushService.South.AppSecret, Encoding.UTF8.GetString(registry.Find(PushService.South.AppId)?.Secrets[0] ?? []));
    }

    [Fact]
    public void Adopt_WithoutWhatWasThere_ForgetsIt()
    {
        var registry = Registry(Options(PushService.North));
        registry.Adopt([Options(PushService.South)]);
        registry.Find(PushService.South.AppId)?.Pushes.Count(encrypted: true, DateTimeOffset.UnixEpoch);

        registry.Adopt([]);
        Assert.Null(registry.Find(PushService.South.AppId));

        registry.Adopt([Options(PushService.South, "new secret")]);
        Assert.Equal(1, registry.Find(PushService.South.AppId)?.Pushes.Safe);
    }

    private static long Read(ApplicationRegistry registry, CancellationToken done)
    {
        var looks = 0L;
        while (!done.IsCancellationRequested || looks == 0)
        {
            Assert.NotNull(registry.Find(PushService.North.AppId));
            if (registry.Find(PushService.South.AppId) is { } south)
            {
                Assert.Equal(south.Secrets[0], south.Secrets[1]);
            }

            looks++;
        }

        return looks;
    }

    private static ApplicationRegistry Registry(params IEnumerable<ApplicationOptions> configured)
    {
        var options = new SensoroOptions();
        foreach (var application in configured)
        {
            options.Applications.Add(application);
        }

        return new ApplicationRegistry(Microsoft.Extensions.Options.Options.Create(options), new ApplicationTraffic());
    }

    private static ApplicationOptions Options(PushService service, string? secret = null, string? previous = null) =>
        new() { AppId = service.AppId, AppKey = service.AppKey, AppSecret = secret ?? service.AppSecret, PreviousAppSecret = previous };
}
